import type { ShowMessage } from '../../src/panels/messages';
import { h, setAttribute } from './dom';
import { post } from './host';
import { l10n } from './l10n';

const follow = '';

/** The choice of the plan: the one in the editor, whichever that is, or one to stay with. */
export class PlanChoice {
  readonly element = h('select', { class: 'plan-choice', 'aria-label': l10n.t('Plan to show') });
  #shown = '';

  constructor() {
    this.element.addEventListener('change', () => {
      const { value } = this.element;
      post({ type: 'bind', uri: value === follow ? null : value });
    });
  }

  show({ plans, bound }: Pick<ShowMessage<never>, 'plans' | 'bound'>): void {
    const now = JSON.stringify([plans, bound]);
    if (now === this.#shown) return;
    this.#shown = now;
    this.element.replaceChildren(
      h('option', { value: follow }, l10n.t('Follow the editor')),
      ...plans.map(({ uri, label }) => h('option', { value: uri, dir: 'auto' }, label)),
    );
    this.element.value = bound ?? follow;
    setAttribute(this.element, 'data-bound', bound !== null);
  }
}
