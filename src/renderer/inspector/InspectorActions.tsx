/** What can be done with all the calls: hold them still, forget them, take them along. */
import { ClearOutlined, PauseOutlined, PlayCircleOutlined, SolutionOutlined } from '@ant-design/icons';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import type { Call } from '#shared/model/call.ts';
import { useText } from '../text/text.ts';
import { SupportBundle } from './SupportBundle.tsx';

interface InspectorActionsProps {
  calls: readonly Call[];
  paused: boolean;
  onPause: (paused: boolean) => void;
  clearing: boolean;
  onClear: () => void;
}

export function InspectorActions({ calls, paused, onPause, clearing, onClear }: InspectorActionsProps) {
  const t = useText();
  const [bundling, setBundling] = useState(false);
  return (
    <div className="inspector-actions">
      <Button
        aria-pressed={paused}
        icon={paused ? <PlayCircleOutlined /> : <PauseOutlined />}
        onClick={() => onPause(!paused)}
      >
        {t(paused ? 'doctor:calls.resume' : 'doctor:calls.pause')}
      </Button>
      <Popconfirm
        title={t('doctor:calls.clearTitle')}
        description={t('doctor:calls.clearBody')}
        okText={t('doctor:calls.clear')}
        cancelText={t('cancel')}
        onConfirm={onClear}
      >
        <Button icon={<ClearOutlined />} loading={clearing} disabled={calls.length === 0}>
          {t('doctor:calls.clear')}
        </Button>
      </Popconfirm>
      <Button icon={<SolutionOutlined />} onClick={() => setBundling(true)}>
        {t('doctor:bundle.open')}
      </Button>
      {bundling && <SupportBundle calls={calls} onClose={() => setBundling(false)} />}
    </div>
  );
}
