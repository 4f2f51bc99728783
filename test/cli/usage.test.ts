import { describe, expect, it } from 'vitest';
import { folderWith, run } from './support';

describe('the command line', () => {
  it('tells its version and its help', async () => {
    const cwd = folderWith();
    expect(await run(cwd, ['--version'])).toEqual({ code: 0, out: '1.2.3\n', err: '' });
    const help = await run(cwd, ['--help']);
    expect(help.code).toBe(0);
    for (const word of ['check', 'list', 'graph', 'fix', 'Exit code']) expect(help.out).toContain(word);
    const checkHelp = await run(cwd, ['check', '--help']);
    for (const flag of ['--format', '--fail-on', '--max-warnings', '--quiet', '--rule', '--config', '--no-color'])
      expect(checkHelp.out).toContain(flag);
  });

  it.each([
    [['check', '--fromat', 'json'], "plan-truth: unknown option '--fromat' (Did you mean --format?)\n"],
    [['chek'], "plan-truth: unknown command 'chek' (Did you mean check?)\n"],
    [['check', '--max-warnings', 'few'], /^plan-truth: .*'few' is invalid\. A whole number is wanted\.\n$/],
    [['check', '--format', 'xml'], /^plan-truth: .*'xml' is invalid\. Allowed choices are text, json, .*\n$/],
    [['check', '--fail-on', 'note'], /^plan-truth: .*Allowed choices are error, warning, info, hint, never\.\n$/],
    [['check', '--rule', ''], /^plan-truth: .*The id of a rule is wanted\.\n$/],
    [['check', '--rule', ' , '], /^plan-truth: .*The id of a rule is wanted\.\n$/],
    [['check', ''], 'plan-truth: "": no such file or folder\n'],
    [['check', 'nope.md'], 'plan-truth: nope.md: no such file or folder\n'],
    [['check', '.', '--stdin-filename', 'x.md'], /^plan-truth: --stdin-filename names what is read from stdin.*\n$/],
  ])('refuses %j in one line', async (argv, message) => {
    const { code, out, err } = await run(folderWith(), argv);
    expect(code).toBe(2);
    expect(out).toBe('');
    if (typeof message === 'string') expect(err).toBe(message);
    else expect(err).toMatch(message);
  });

  it('shows its help where no command is given', async () => {
    const { code, out, err } = await run(folderWith(), []);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain('Usage: plan-truth');
  });
});
