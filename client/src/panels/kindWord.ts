import type { WireStatusKind } from '../../../server/src/protocol';

/**
 * What a status means, in words.
 * @param l10n That of the extension, or that of a page.
 */
export function kindWord(l10n: { t(message: string): string }, kind: WireStatusKind): string {
  switch (kind) {
    case 'todo':
      return l10n.t('not started');
    case 'active':
      return l10n.t('in progress');
    case 'review':
      return l10n.t('in review');
    case 'done':
      return l10n.t('done');
    case 'blocked':
      return l10n.t('blocked');
    case 'dropped':
      return l10n.t('dropped');
  }
}
