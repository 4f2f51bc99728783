import { l10n } from 'vscode';
import type { WireStatusKind } from '../../server/src/protocol';

/** What a status means, in words. */
export function kindWord(kind: WireStatusKind): string {
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
