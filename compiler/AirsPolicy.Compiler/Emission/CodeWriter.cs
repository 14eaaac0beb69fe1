using System.Text;

namespace AirsPolicy.Compiler.Emission;

/// <summary>Writes lines of C# with indentation. Lines end in LF on every machine.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes one line.</summary>
    public void Line(CodeHandler code) => _text.Append(' ', _depth * 4).Append(code.ToString()).Append('\n');

    /// <summary>Writes a directive, which begins in the first column.</summary>
    public void Directive(CodeHandler code) => _text.Append(code.ToString()).Append('\n');

    /// <summary>Opens a block of braces.</summary>
    public void Open()
    {
        Line($"{{");
        _depth++;
    }

    /// <summary>Closes a block of braces.</summary>
    public void Close()
    {
        _depth--;
        Line($"}}");
    }

    public override string ToString() => _text.ToString();
}
