/** How a tagging went: for how many it worked, and each person for whom it did not, with WeChat's reason. */
import type { TaggingReport } from '#shared/model/tag.ts';
import { Callout } from '../components/Callout.tsx';
import { CopyButton } from '../components/CopyButton.tsx';
import { FailureCallout } from '../components/FailureCallout.tsx';
import { MaskedOpenid } from '../components/MaskedOpenid.tsx';
import { describeErrcode } from '../text/describe-error.ts';
import { grouped } from '../text/format.ts';
import { useText } from '../text/text.ts';
import type { TaggedMany } from './tag-many.ts';

/** More are copied, not read. */
const MOST_LISTED = 200;

interface TaggingOutcomeProps {
  report: TaggedMany;
  asked: number;
  add: boolean;
  tag: string;
}

export function TaggingOutcome({ report, asked, add, tag }: TaggingOutcomeProps) {
  const t = useText();
  const { changed, done, failures, error } = report;
  const line = t(add ? 'followers:tagging.added' : 'followers:tagging.removed', {
    tag,
    amount: grouped(changed),
  });
  return (
    <>
      <Callout tone={changed === asked ? 'success' : 'info'} title={line}>
        {done < asked && <p>{t('followers:tagging.stopped', { amount: grouped(asked - done) })}</p>}
      </Callout>
      {error !== null && <FailureCallout error={error} />}
      {failures.length > 0 && <Refused failures={failures} />}
    </>
  );
}

function Refused({ failures }: { failures: TaggingReport['failures'] }) {
  const t = useText();
  const more = failures.length - MOST_LISTED;
  return (
    <section className="refused">
      <div className="refused-head">
        <h3>{t('followers:tagging.refused', { amount: grouped(failures.length) })}</h3>
        <CopyButton
          size="small"
          text={failures.map(({ openid }) => openid).join('\n')}
          label={t('followers:tagging.copy')}
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region that keys cannot reach cannot be read to its end */}
      <div className="refused-list" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('followers:tagging.person')}</th>
              <th scope="col">{t('followers:tagging.why')}</th>
            </tr>
          </thead>
          <tbody>
            {failures.slice(0, MOST_LISTED).map(({ openid, errcode }) => (
              <tr key={openid} data-testid="refused">
                <td>
                  <MaskedOpenid openid={openid} />
                </td>
                <td>
                  <Why errcode={errcode} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more > 0 && <p className="follower-note">{t('followers:tagging.more', { amount: grouped(more) })}</p>}
    </section>
  );
}

function Why({ errcode }: { errcode: number | null }) {
  const t = useText();
  if (errcode === null) return t('followers:tagging.unexplained');
  const { meaning, code } = describeErrcode(t, errcode);
  return (
    <>
      {meaning ?? t('followers:tagging.unexplained')} <span className="follower-note">{code}</span>
    </>
  );
}
