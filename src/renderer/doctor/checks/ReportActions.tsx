/** The report to take along: copied, or saved as a text file. */
import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { DoctorReport } from '#shared/model/doctor.ts';
import { CopyButton } from '../../components/CopyButton.tsx';
import { saveText } from '../../components/save-file.ts';
import { fileTime } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { reportAsText } from '../report-as-text.ts';

export function ReportActions({ report, accountName }: { report: DoctorReport; accountName: string }) {
  const t = useText();
  const text = reportAsText(t, report, accountName);
  return (
    <>
      <CopyButton text={text} label={t('doctor:checks.copy')} />
      <Button
        icon={<DownloadOutlined />}
        title={t('doctor:checks.noSecrets')}
        onClick={() => {
          const date = fileTime(new Date(report.at));
          saveText(text, `${t('doctor:checks.fileName', { name: accountName, date })}.txt`);
        }}
      >
        {t('doctor:checks.save')}
      </Button>
    </>
  );
}
