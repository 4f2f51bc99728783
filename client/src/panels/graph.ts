import { commands, Disposable, env, l10n, Uri, window, workspace } from 'vscode';
import { type Graph, graphRequest } from '../../../server/src/protocol';
import { type GraphMessage, isGraphMessage } from './graphMessages';
import { Panels } from './panels';
import type { PanelServices, PlanPanel } from './planPanel';

type GraphPanel = PlanPanel<Graph, GraphMessage>;

/** The graph: what depends on what in a plan. */
export function registerGraph(services: PanelServices): Disposable {
  const panels = new Panels<Graph, GraphMessage>(
    {
      name: 'graph',
      title: l10n.t('Graph'),
      request: graphRequest,
      // The layout is worked out in a worker, whose code is part of the bundle; a picture is drawn from our own SVG.
      policy: 'worker-src blob:; img-src blob:',
      isRequest: isGraphMessage,
      receive,
    },
    services,
  );
  return Disposable.from(
    panels,
    commands.registerCommand('planTruth.showGraph', (what?: unknown) => panels.show(what)),
  );
}

async function receive(message: GraphMessage, panel: GraphPanel): Promise<void> {
  switch (message.type) {
    case 'chooseStatus':
      return chooseStatus(message.id, panel);
    case 'export':
      return save(message, panel);
    case 'copy':
      await env.clipboard.writeText(message.text);
      return panel.tell(l10n.t('Copied: paste it into a mermaid code block.'));
  }
}

/** As from the sidebar. */
async function chooseStatus(id: string, panel: GraphPanel): Promise<void> {
  const node = panel.data?.nodes.find((one) => one.id === id);
  if (!node) return;
  const label = [node.name, node.title].filter(Boolean).join(' ');
  const description = node.status?.text ?? '';
  await commands.executeCommand('planTruth.setStatus', { node: { id, label, description } });
  panel.panel.reveal();
}

async function save({ format, content }: GraphMessage & { type: 'export' }, panel: GraphPanel): Promise<void> {
  const plan = Uri.parse(panel.data?.uri ?? '');
  const name = (plan.path.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '') || 'plan';
  const target = await window.showSaveDialog({
    defaultUri: Uri.joinPath(plan, '..', `${name}-graph.${format}`),
    filters: format === 'svg' ? { SVG: ['svg'] } : { PNG: ['png'] },
  });
  if (!target) return;
  await workspace.fs.writeFile(target, format === 'svg' ? new TextEncoder().encode(content) : bytesOf(content));
  panel.tell(l10n.t('Saved as {0}.', target.path.split('/').at(-1) ?? ''));
}

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
