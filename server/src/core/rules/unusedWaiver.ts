import type { Waiver, WaiverPart } from '../model/plan';
import { waiverForms } from '../model/waivers';
import type { TextEdit } from '../text/edit';
import type { Say } from '../text/say';
import { nearest } from '../text/similar';
import type { SourceText } from '../text/source';
import type { Span } from '../text/span';
import type { Fix } from './finding';
import type { Rule, RuleFinding } from './rule';

export const unusedWaiver: Rule = {
  id: 'unused-waiver',
  severity: 'info',
  summary: 'A comment waives what is not found there.',
  details: `A waiver that outlives its finding will hide the next one. Reported is each rule that a
[waiver](../configuration.md#waivers) names and that finds nothing where the waiver holds, a rule or a comment that does not exist, and an
\`enable\` that ends nothing. Not reported: waivers in code, and those of a rule that could not run.

No waiver holds for findings of this rule.`,
  examples: [
    {
      bad: `| ID | Task | Status | Depends on |
| --- | --- | --- | --- |
| A-1 | Schema | Done | - |
| A-2 | Login | Done | A-1 <!-- plan-truth-disable-line unmet-dependency: behind a flag --> |
                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info unused-waiver: unmet-dependency finds nothing here: this waiver is not needed
`,
      good: `| ID | Task | Status | Depends on |
| --- | --- | --- | --- |
| A-1 | Schema | Done | - |
| A-2 | Login | Done | A-1 |
`,
    },
    {
      bad: `<!-- plan-truth-disable-next-line unfinished-parnt: the translation may come later -->
                                  ^^^^^^^^^^^^^^^^ info unused-waiver: there is no rule unfinished-parnt; did you mean unfinished-parent?
- [x] Manual
  - [ ] Translation
`,
      good: `<!-- plan-truth-disable-next-line unfinished-parent: the translation may come later -->
- [x] Manual
  - [ ] Translation
`,
    },
  ],
  aboutWaivers: true,
  *check({ analysis: { plan, source, say }, waivers: { used, rules } }) {
    for (const waiver of plan.waivers) {
      if (waiver.form === null) yield noSuchComment(say, waiver);
      for (const part of waiver.parts) {
        if (part.rule !== null && !rules.includes(part.rule)) yield noSuchRule(say, part, part.rule, rules);
        else if (waiver.form === 'enable' ? part.covers.start < part.covers.end : used.has(part)) continue;
        else yield unused(say, waiver, part, source);
      }
    }
  },
};

function noSuchComment(say: Say, { span, word }: Waiver): RuleFinding {
  const near = nearest(
    word,
    waiverForms.map((form) => `plan-truth-${form}`),
    (one) => one,
  );
  const message = near
    ? say('there is no comment {0}; did you mean {1}?', word, near)
    : say('there is no comment {0}', word);
  return { message, span };
}

function noSuchRule(say: Say, { span }: WaiverPart, rule: string, rules: readonly string[]): RuleFinding {
  const near = nearest(rule, rules, (one) => one);
  return {
    message: near ? say('there is no rule {0}; did you mean {1}?', rule, near) : say('there is no rule {0}', rule),
    span,
    fixes: near ? [{ title: say('Change to {0}', near), safety: 'unsafe', edits: [{ span, newText: near }] }] : [],
  };
}

function unused(say: Say, waiver: Waiver, part: WaiverPart, source: SourceText): RuleFinding {
  const whole = waiver.parts.length === 1;
  const fix: Fix = whole
    ? { title: say('Remove the waiver'), safety: 'unsafe', edits: [removal(source, waiver.span)] }
    : { title: say('Remove {0}', part.rule!), safety: 'unsafe', edits: [nameRemoval(waiver, part)] };
  return { message: notNeeded(say, waiver, part), span: whole ? waiver.span : part.span, fixes: [fix] };
}

function notNeeded(say: Say, { form }: Waiver, { rule }: WaiverPart): string {
  if (form === 'enable')
    return rule === null
      ? say('no plan-truth-disable above is ended here')
      : say('no plan-truth-disable of {0} above is ended here', rule);
  return rule === null
    ? say('no rule finds anything here: this waiver is not needed')
    : say('{0} finds nothing here: this waiver is not needed', rule);
}

/** The comment goes with the blanks before it, and with its line where nothing else stands there. */
function removal(source: SourceText, span: Span): TextEdit {
  const first = source.lineAt(span.start);
  const last = source.lineAt(span.end);
  const { start } = source.line(first);
  const { end } = source.line(last);
  const before = source.text.slice(start, span.start);
  if (/^[\s>]*$/.test(before) && source.text.slice(span.end, end).trim() === '')
    return { span: { start, end: last + 1 < source.lineCount ? source.line(last + 1).start : end }, newText: '' };
  return { span: { start: span.start - (before.length - before.trimEnd().length), end: span.end }, newText: '' };
}

/** One of several names goes with the comma or blank behind it; the last one with the one before it. */
function nameRemoval({ parts }: Waiver, part: WaiverPart): TextEdit {
  const i = parts.indexOf(part);
  const span =
    i + 1 < parts.length
      ? { start: part.span.start, end: parts[i + 1]!.span.start }
      : { start: parts[i - 1]!.span.end, end: part.span.end };
  return { span, newText: '' };
}
