/** `followdesk doctor`: every check of one account or of all, for people and for monitoring. */
import type { DoctorReport } from '#shared/model/doctor.ts';
import type { Context } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { explainErrcode } from '../failures.ts';
import { accountMeant } from '../named.ts';
import { createTable } from '../table.ts';
import { jsonLine, printable } from '../terminal.ts';

function drawReport({ findings }: DoctorReport, context: Context): string {
  const { text, chinese } = context;
  const { check, state, cause, errcode, facts } = text.columns;
  const table = createTable([check, state, cause, errcode, facts])(
    findings.map((finding) => [
      finding.check,
      text.states[finding.state],
      finding.cause,
      finding.errcode,
      Object.entries(finding.facts)
        .map(([name, value]) => `${name}=${value}`)
        .join(' '),
    ]),
  );
  const explained = findings.map((finding) =>
    finding.errcode === null ? null : explainErrcode(finding.errcode, text, chinese),
  );
  const lines = [...new Set(explained.filter((line) => line !== null))];
  return table + lines.map((line) => `${line}\n`).join('');
}

export async function doctor(context: Context): Promise<number> {
  const { client, given, terminal, text, signal, url } = context;
  const { items } =
    given.account === undefined
      ? await client.accounts.list()
      : { items: [await accountMeant(client, given.account, text)] };
  if (items.length === 0) terminal.say(text.noAccount);
  let unwell = 0;
  for (const { id, name } of items) {
    terminal.progress(name);
    const report = await client.accounts.doctor({ id }, { signal });
    if (!report.healthy) unwell++;
    const verdict = report.healthy ? text.healthy : text.unhealthy;
    await terminal.out(
      given.json ? jsonLine(report) : `${printable(name)}: ${verdict}\n${drawReport(report, context)}\n`,
    );
  }
  if (unwell > 0 && !given.json) terminal.say(text.doctorRemedies(`${url}/#/doctor`));
  return unwell > 0 ? exitCodes.unwell : exitCodes.ok;
}
