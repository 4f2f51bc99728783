import type { Board, BoardCard, BoardColumn, BoardLane, WireFinding } from '../../../server/src/protocol';
import { type Guard, isBoolean, isNumber, isString, listOf, nullOr, objectOf, oneOf } from '../../src/panels/guards';
import { isKind } from '../../src/panels/messages';

/** Whether something is a board whose numbers lead somewhere. */
export const isBoard: Guard<Board> = (value): value is Board =>
  isShape(value) &&
  value.cards.every(({ column, phase }) => column in value.columns && (phase === null || phase in value.phases));

const isShape = objectOf<Board>({
  uri: isString,
  title: isString,
  columns: listOf(objectOf<BoardColumn>({ label: nullOr(isString), kind: nullOr(isKind), words: listOf(isString) })),
  phases: listOf(
    objectOf<BoardLane>({
      id: isString,
      label: isString,
      line: isNumber,
      status: nullOr(isKind),
      done: isNumber,
      total: isNumber,
    }),
  ),
  owners: listOf(isString),
  cards: listOf(
    objectOf<BoardCard>({
      id: isString,
      isPhase: isBoolean,
      name: nullOr(isString),
      title: isString,
      line: isNumber,
      column: isNumber,
      word: nullOr(isString),
      phase: nullOr(isNumber),
      owner: nullOr(isString),
      estimate: nullOr(isString),
      priority: nullOr(isString),
      parent: nullOr(isString),
      progress: nullOr(objectOf<{ done: number; total: number }>({ done: isNumber, total: isNumber })),
      settable: isBoolean,
      ready: isBoolean,
      waitsOn: listOf(isString),
      findings: listOf(
        objectOf<WireFinding>({ severity: oneOf('error', 'warning', 'info', 'hint'), message: isString }),
      ),
    }),
  ),
});
