import type { GraphView } from './view';

const wheelZoom = 0.0022;
const arrows = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'];
/** A press that moves less is a click. */
const slack = 4;

const idAt = (target: EventTarget | null, name: 'node' | 'band'): { id: string; element: SVGElement } | null => {
  const element = target instanceof Element ? target.closest<SVGElement>(`[data-${name}]`) : null;
  const id = element?.dataset[name];
  return element && id !== undefined ? { id, element } : null;
};

/** Where a card is on the page, as long as it is there. */
const placeOf = (element: SVGElement) => () => (element.isConnected ? element.getBoundingClientRect() : undefined);

/** Mouse, wheel and keys over the picture. */
export function followInput(view: GraphView, stage: HTMLElement): void {
  followPointer(view, stage);
  stage.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      const { left, top } = stage.getBoundingClientRect();
      if (event.ctrlKey || event.metaKey)
        view.camera.zoom(Math.exp(-event.deltaY * unit * wheelZoom), {
          x: event.clientX - left,
          y: event.clientY - top,
        });
      else if (event.shiftKey) view.camera.pan(-event.deltaY * unit, 0);
      else view.camera.pan(-event.deltaX * unit, -event.deltaY * unit);
    },
    { passive: false },
  );
  stage.addEventListener('focusin', ({ target }) => {
    const node = idAt(target, 'node');
    if (!node) return;
    view.current = node.id;
    view.light(node.id);
  });
  stage.addEventListener('focusout', () => {
    view.light(null);
    view.card.hide();
  });
  stage.addEventListener('contextmenu', (event) => {
    event.preventDefault();
    event.stopPropagation();
    const node = idAt(event.target, 'node');
    if (node) view.openMenu(node.id, { x: event.clientX, y: event.clientY }, node.element);
  });
  stage.addEventListener('keydown', (event) => onKey(view, event));
}

function followPointer(view: GraphView, stage: HTMLElement): void {
  let pressed: { x: number; y: number; moved: boolean } | null = null;
  stage.addEventListener('pointerdown', ({ button, clientX, clientY }) => {
    if (button === 0 || button === 1) pressed = { x: clientX, y: clientY, moved: false };
  });
  stage.addEventListener('pointermove', (event) => {
    if (!pressed) return;
    const [dx, dy] = [event.clientX - pressed.x, event.clientY - pressed.y];
    if (!pressed.moved && Math.hypot(dx, dy) < slack) return;
    if (!pressed.moved) stage.setPointerCapture(event.pointerId);
    pressed = { x: event.clientX, y: event.clientY, moved: true };
    stage.classList.add('dragged');
    view.camera.pan(dx, dy);
  });
  const end = (event: PointerEvent) => {
    const click = pressed !== null && !pressed.moved && event.type === 'pointerup' && event.button === 0;
    pressed = null;
    stage.classList.remove('dragged');
    if (!click) return;
    const node = idAt(event.target, 'node');
    const band = idAt(event.target, 'band');
    if (node) {
      view.current = node.id;
      view.open(node.id);
    } else if (band) view.fold(band.id);
  };
  stage.addEventListener('pointerup', end);
  stage.addEventListener('pointercancel', end);
  stage.addEventListener('pointerover', ({ target }) => {
    const node = idAt(target, 'node');
    if (!node || pressed) return;
    view.light(node.id);
    view.hover(node.id, placeOf(node.element));
  });
  stage.addEventListener('pointerout', ({ target, relatedTarget }) => {
    const node = idAt(target, 'node');
    if (!node || (relatedTarget instanceof Node && node.element.contains(relatedTarget))) return;
    view.card.leave();
    view.light(idAt(document.activeElement, 'node')?.id ?? null);
  });
}

function onKey(view: GraphView, event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const node = idAt(event.target, 'node');
  const band = idAt(event.target, 'band');
  const run = (): boolean => {
    if (arrows.includes(event.key) && event.shiftKey) view.camera.panBy(event.key);
    else if (arrows.includes(event.key)) view.go(event.key);
    else if (event.key === '+' || event.key === '=') view.zoom('in');
    else if (event.key === '-') view.zoom('out');
    else if (event.key === '0') view.zoom('fit');
    else if (event.key === 'Escape') view.showChain(null);
    else if (band && (event.key === 'Enter' || event.key === ' ')) view.fold(band.id);
    else if (node && event.key === 'Enter') view.open(node.id);
    else if (node && (event.key === ' ' || event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey))) {
      const { left, bottom } = node.element.getBoundingClientRect();
      view.openMenu(node.id, { x: left + 12, y: bottom + 2 }, node.element);
    } else if (node && event.key.toLowerCase() === 'f') view.showChain(node.id);
    else if (node && event.key.toLowerCase() === 'i') view.tell(node.id, placeOf(node.element));
    else return false;
    return true;
  };
  if (run()) {
    event.preventDefault();
    event.stopPropagation();
  }
}
