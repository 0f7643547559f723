import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { type ReactElement, useRef, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { FilePicker } from '@/app/_ui/FilePicker';
import { Meter } from '@/app/_ui/Meter';
import { saveFile } from '@/app/_ui/save-file';
import { words } from '@/app/_words/en';
import { writeShare } from '../../../../_figures/write-figure';
import { UploadFailed, uploadList } from './upload-list';

const texts = words.campaigns.import;

const MOST_BYTES = 20 * 1024 * 1024; // as the server takes

/** Takes a file of people, shows how far it has come, and gives the import's id. */
export function UploadList({ onUploaded }: { readonly onUploaded: (importId: string) => void }): ReactElement {
  const stop = useRef(new AbortController());
  const [share, setShare] = useState(0);
  const uploading = useMutation({
    mutationFn: (file: File) => {
      if (file.size > MOST_BYTES) throw new UploadFailed(texts.tooLarge);
      stop.current = new AbortController();
      setShare(0);
      return uploadList(file, setShare, stop.current.signal);
    },
    onSuccess: onUploaded,
  });
  return (
    <div className="flex max-w-xl flex-col gap-3">
      {uploading.isPending ? (
        <div className="flex items-end gap-4 rounded-xl border border-line bg-surface px-4 py-3">
          <div className="min-w-0 flex-1">
            <Meter label={texts.uploading(uploading.variables.name)} share={share} value={writeShare(share)} />
          </div>
          <Button onClick={() => stop.current.abort()}>{texts.cancelUpload}</Button>
        </div>
      ) : (
        <FilePicker
          label={texts.pick}
          hint={texts.hint}
          accept=".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          onPick={uploading.mutate}
        />
      )}
      {uploading.error ? (
        <p role="alert" className="text-sm text-danger wrap-anywhere">
          {uploading.error.message}
        </p>
      ) : null}
      <Button look="bare" className="self-start" onClick={() => saveFile('people.csv', 'text/csv', example)}>
        <Download aria-hidden className="size-4" />
        {texts.sample}
      </Button>
    </div>
  );
}

/** With a mark at the front, Excel reads it as UTF-8. */
const example = `\uFEFF${[
  'Phone,Name,Language,City,Property value',
  '98765 43210,Asha,Kannada,Bengaluru,15000000',
  '+91 91234 56789,Ravi,Tamil,Chennai,8000000',
].join('\r\n')}\r\n`;
