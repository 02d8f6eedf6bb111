import Markdown from "react-markdown";

/** Headings inside a card would break the page's outline; a picture would be fetched from elsewhere. */
const unwanted = ["h1", "h2", "h3", "h4", "h5", "h6", "img"];

/** What somebody wrote in Markdown, as text, lists, links and code; HTML in it is dropped. */
export function WrittenText({ children }: { children: string }) {
  return (
    <div
      translate="no"
      className="grid max-w-[80ch] gap-2 [&_a]:text-link [&_a]:underline [&_:not(pre)>code]:inline-block [&_:not(pre)>code]:max-w-full [&_code]:font-mono [&_code]:text-mono [&_ol]:list-decimal [&_ol]:pl-5 [&_pre]:overflow-x-auto [&_pre]:rounded [&_pre]:bg-sunken [&_pre]:p-2 [&_ul]:list-disc [&_ul]:pl-5"
    >
      <Markdown disallowedElements={unwanted} unwrapDisallowed skipHtml>
        {children}
      </Markdown>
    </div>
  );
}
