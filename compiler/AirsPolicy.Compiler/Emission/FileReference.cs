using System.Text;

namespace AirsPolicy.Compiler.Emission;

/// <summary>A file in a <c>#line</c> directive, where nothing can be escaped: characters that could end the name are replaced.</summary>
internal readonly record struct FileReference
{
    private FileReference(string text) => Text = text;

    public string Text { get; }

    public static FileReference Of(string path)
    {
        var text = new StringBuilder(path.Length);
        foreach (var c in path)
            text.Append(c is '"' or < ' ' or (>= '\u007f' and <= '\u009f') or '\u2028' or '\u2029' ? '_' : c);
        return new FileReference(text.ToString());
    }
}
