using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;

namespace AirsPolicy.LanguageServer.Workspace;

/// <summary>A document as the editor shows it, which counts instead of the file on disk.</summary>
/// <param name="Uri">The URI as the client writes it; answers repeat it to the letter.</param>
/// <param name="Path">The full path, or the URI where the document is in no file.</param>
/// <param name="Version">The client's version, or null where it gave none.</param>
/// <param name="Tree">The text, parsed.</param>
internal sealed record OpenDocument(string Uri, string Path, int? Version, SyntaxTree Tree)
{
    public SourceText Source => Tree.Source;

    public static OpenDocument Open(string uri, int? version, string text)
    {
        var path = DocumentUri.ToPath(uri) ?? uri;
        return new OpenDocument(uri, path, version, Parse(path, text));
    }

    public OpenDocument With(int? version, string text) => this with { Version = version, Tree = Parse(Path, text) };

    // Editors keep a byte order mark to themselves; one that is sent all the same would be an unknown character.
    private static SyntaxTree Parse(string path, string text) =>
        SyntaxTree.Parse(new SourceText(path, System.IO.Path.GetFileName(path), text.StartsWith('\uFEFF') ? text[1..] : text));
}
