import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Case } from './cases';
import { edits, markdown } from './markdown';
import { twoPlans, typedInto } from './typing';

it('a case is read from its file as it was written', () => {
  const any = fc.oneof(markdown, fc.string({ unit: 'binary' }), fc.constant('//- a\n\\u{d}\n//> b'));
  fc.assert(
    fc.property(fc.oneof(twoPlans(), typedInto({ 'a.md': any, 'c.md': any }, edits)), (one) => {
      const again = Case.parse(`What went wrong.\n\n${one}`);
      expect([...again.files]).toEqual([...one.files]);
      expect(again.steps).toEqual(one.steps);
    }),
  );
});
