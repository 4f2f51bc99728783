import { type Disposable, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import { isPanelState, type PanelState } from './messages';
import { type PanelKind, type PanelServices, PlanPanel } from './planPanel';

/** The panels of one kind. */
export class Panels<D extends { uri: string; title: string }, M = never> implements Disposable {
  private readonly open = new Set<PlanPanel<D, M>>();
  private readonly serializer: Disposable;

  constructor(
    private readonly kind: PanelKind<D, M>,
    private readonly services: PanelServices,
  ) {
    this.serializer = window.registerWebviewPanelSerializer(this.viewType, {
      deserializeWebviewPanel: async (panel, state: unknown) =>
        void this.adopt(panel, isPanelState(state) ? state : { uri: null, bound: null }),
    });
  }

  /**
   * Shows a plan: in the panel that stays with it, else in the one that follows the editor, else in a new one.
   * @param what What a command is called with: an item of the tree, the URI of an editor, nothing
   */
  show(what: unknown): void {
    const uri = uriOf(what) ?? this.services.current.uri;
    const all = [...this.open];
    const known =
      all.find(({ boundTo }) => boundTo !== null && boundTo === uri) ?? all.find(({ boundTo }) => boundTo === null);
    if (known) {
      if (uri !== null) known.turnTo(uri);
      known.panel.reveal();
      return;
    }
    const panel = window.createWebviewPanel(this.viewType, this.kind.title, ViewColumn.Active, {
      enableFindWidget: true,
    });
    this.adopt(panel, { uri, bound: null });
  }

  dispose(): void {
    this.serializer.dispose();
    for (const { panel } of [...this.open]) panel.dispose();
  }

  private get viewType(): string {
    return `planTruth.${this.kind.name}`;
  }

  private adopt(panel: WebviewPanel, state: PanelState): void {
    const adopted = new PlanPanel(panel, this.kind, this.services, state);
    this.open.add(adopted);
    adopted.onDidDispose(() => this.open.delete(adopted));
  }
}

function uriOf(what: unknown): string | null {
  if (what instanceof Uri) return what.toString();
  const node = (what as { node?: { uri?: unknown } } | undefined)?.node;
  return typeof node?.uri === 'string' ? node.uri : null;
}
