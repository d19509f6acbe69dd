/** One scan opened: everything about it, what can be done, and who it was. */
import { Drawer } from 'antd';
import type { Erasure } from '#shared/model/person.ts';
import type { Scan } from '#shared/model/scan.ts';
import { StepButtons } from '../../components/StepButtons.tsx';
import { VerdictTag } from '../../components/VerdictTag.tsx';
import { useText } from '../../text/text.ts';
import { Annulment } from './Annulment.tsx';
import { PersonPart } from './PersonPart.tsx';
import { Recheck } from './Recheck.tsx';
import { ScanFacts } from './ScanFacts.tsx';
import { WhyUnknown } from './WhyUnknown.tsx';
import './details.css';

interface ScanDrawerProps {
  /** Null while none is open. */
  scan: Scan | null;
  /** As they are listed, the newest first. */
  rows: readonly Scan[];
  entryName: (entryId: string) => string;
  onOpen: (scan: Scan | null) => void;
  onChanged: (scan: Scan) => void;
  /** In the list, all scans of the visitor. */
  onShowAll: (openid: string) => void;
  onErased: (erasure: Erasure) => void;
}

export function ScanDrawer(props: ScanDrawerProps) {
  const { scan, rows, entryName, onOpen, onChanged, onShowAll, onErased } = props;
  const t = useText();
  const place = scan ? rows.findIndex(({ id }) => id === scan.id) : -1;
  const newer = place > 0 ? rows[place - 1] : undefined;
  const older = place >= 0 ? rows[place + 1] : undefined;
  return (
    <Drawer
      open={scan !== null}
      size={560}
      title={t('records:details.title')}
      onClose={() => onOpen(null)}
      destroyOnHidden
      extra={
        <div className="details-actions">
          <StepButtons
            up={{ label: t('records:details.newer'), onClick: newer && (() => onOpen(newer)) }}
            down={{ label: t('records:details.older'), onClick: older && (() => onOpen(older)) }}
          />
        </div>
      }
    >
      {scan && (
        <div key={scan.id} className="details" data-testid="scan-details">
          <p className="details-line">
            <VerdictTag verdict={scan.verdict} />
            <Recheck scan={scan} onChanged={onChanged} />
          </p>
          <WhyUnknown scan={scan} />
          <ScanFacts scan={scan} entryName={entryName(scan.entryId)} />
          <Annulment scan={scan} onChanged={onChanged} />
          <PersonPart scan={scan} entryName={entryName} onShowAll={onShowAll} onErased={onErased} />
        </div>
      )}
    </Drawer>
  );
}
