import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

/** Runs the headless command over an input. */
function moderate(input: string) {
  const result = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/moderate.ts'], {
    input,
    encoding: 'utf8',
  });
  return {
    status: result.status,
    lines: result.stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as unknown),
    errors: result.stderr
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as { line: number }),
  };
}

describe('npm run moderate', () => {
  it('answers in order, keeps ids, and reports bad lines by number', () => {
    const { status, lines, errors } = moderate(
      '{"id":"a","text":"ну и пиздец"}\nnonsense\n{"text":"Спасибо"}\n{"id":7}\n',
    );
    expect(lines).toEqual([
      {
        id: 'a',
        findings: [
          {
            criterion: 'obscenity',
            strength: 'certain',
            rule: 'obscenity/pizda',
            start: 5,
            end: 11,
          },
        ],
      },
      { findings: [] },
    ]);
    expect(errors.map((error) => error.line)).toEqual([2, 4]);
    expect(status).toBe(1);
  });

  it('ends well when every line is good', () => {
    expect(moderate('{"text":"Когда починят дорогу?"}\n')).toEqual({
      status: 0,
      lines: [{ findings: [] }],
      errors: [],
    });
  });
});
