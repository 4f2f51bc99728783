/** What the graph and its panel tell each other beyond the common messages. */
import { anyOf, type Guard, isString, objectOf, oneOf } from './guards';

export type GraphMessage =
  /** Let the user choose a status for a ticket of the tree. */
  | { type: 'chooseStatus'; id: string }
  /** Save a picture: SVG as text, PNG in base 64. */
  | { type: 'export'; format: 'svg' | 'png'; content: string }
  /** Put the graph into the clipboard as Mermaid. */
  | { type: 'copy'; text: string };

export const isGraphMessage: Guard<GraphMessage> = anyOf(
  objectOf<{ type: 'chooseStatus'; id: string }>({ type: oneOf('chooseStatus'), id: isString }),
  objectOf<{ type: 'export'; format: 'svg' | 'png'; content: string }>({
    type: oneOf('export'),
    format: oneOf('svg', 'png'),
    content: isString,
  }),
  objectOf<{ type: 'copy'; text: string }>({ type: oneOf('copy'), text: isString }),
);
