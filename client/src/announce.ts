import { StatusBarAlignment, window } from 'vscode';
import { plainLabel } from './selected';

const shownFor = 5000;

/** Says in the status bar what became of something, for a while; screen readers read it out. */
export function announce(text: string): void {
  const item = window.createStatusBarItem(StatusBarAlignment.Left);
  item.text = plainLabel(text);
  item.accessibilityInformation = { label: text, role: 'alert' };
  item.show();
  setTimeout(() => item.dispose(), shownFor);
}
