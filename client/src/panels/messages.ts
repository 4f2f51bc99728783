/**
 * What panels and their webviews tell each other. Both ends import this and check what comes in with the guards; neither
 * `vscode` nor the DOM is known here.
 */
import type { PictureChanges, PictureResult } from '../../../server/src/protocol';
import { isPictureChanges } from './changes';
import { anyOf, type Guard, isBoolean, isNumber, isString, listOf, nullOr, objectOf, oneOf } from './guards';

/** A plan that can be shown. */
export interface PlanName {
  uri: string;
  label: string;
}

/** To the webview: what to draw. */
export interface ShowMessage<D> {
  type: 'show';
  /** All of it, or what has become of the one that the webview has by its number; null where there is no plan. */
  picture: PictureResult<D>;
  plans: PlanName[];
  /** The plan that it stays with; null where it follows the editor. */
  bound: string | null;
  /** The server is away: what is shown may be out of date. */
  stale: boolean;
}

/** To the webview: something to read out and to show for a while. */
export interface TellMessage {
  type: 'tell';
  text: string;
}

/** From the webview, whatever it draws. */
export type CommonRequest =
  /** It listens. */
  | { type: 'ready' }
  /** Go to a line (from 0) of a document. */
  | { type: 'open'; uri: string; line: number }
  /** Stay with a plan; null: follow the editor. */
  | { type: 'bind'; uri: string | null }
  /** Take back the last change that was made from here. */
  | { type: 'undo' }
  | SetStatusRequest;

/** Set the status of tickets of the tree to the first of these words that they can have, else to what means the same. */
export interface SetStatusRequest {
  type: 'setStatus';
  ids: string[];
  words: string[];
  kind: WireKind | null;
}

export type WireKind = 'todo' | 'active' | 'review' | 'done' | 'blocked' | 'dropped';
export const isKind: Guard<WireKind> = oneOf('todo', 'active', 'review', 'done', 'blocked', 'dropped');

export const isCommonRequest: Guard<CommonRequest> = anyOf(
  objectOf<{ type: 'ready' | 'undo' }>({ type: oneOf('ready', 'undo') }),
  objectOf<{ type: 'open'; uri: string; line: number }>({ type: oneOf('open'), uri: isString, line: isNumber }),
  objectOf<{ type: 'bind'; uri: string | null }>({ type: oneOf('bind'), uri: nullOr(isString) }),
  objectOf<SetStatusRequest>({
    type: oneOf('setStatus'),
    ids: listOf(isString),
    words: listOf(isString),
    kind: nullOr(isKind),
  }),
);

export const isTell: Guard<TellMessage> = objectOf<TellMessage>({ type: oneOf('tell'), text: isString });

/** The guard of what this webview is told to draw; that all is what it draws is to be seen once the changes are made. */
export const isShow: Guard<ShowMessage<unknown>> = objectOf<ShowMessage<unknown>>({
  type: oneOf('show'),
  picture: nullOr(
    anyOf(
      objectOf<{ number: number; since: number; changes: PictureChanges }>({
        number: isNumber,
        since: isNumber,
        changes: isPictureChanges,
      }),
      objectOf<{ number: number; whole: unknown }>({
        number: isNumber,
        whole: (value): value is unknown => value !== undefined,
      }),
    ),
  ),
  plans: listOf(objectOf<PlanName>({ uri: isString, label: isString })),
  bound: nullOr(isString),
  stale: isBoolean,
});

/** What a webview keeps for the time when its window is loaded anew. */
export interface PanelState {
  uri: string | null;
  bound: string | null;
}

export const isPanelState: Guard<PanelState> = objectOf<PanelState>({ uri: nullOr(isString), bound: nullOr(isString) });
