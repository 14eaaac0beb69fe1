using System.Globalization;
using System.Text;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Runtime.Facts.Json;

/// <summary>
/// The first failure of a read. The path is gathered while the reader returns, innermost part first, so that reading facts that fit
/// keeps no path. Values never enter the detail, since they may be private; names of members do, shortened.
/// </summary>
internal sealed class Misfit
{
    private const int MaxName = 64;

    private readonly List<string> _path = [];
    private FailureKind _kind;
    private string _problem = "";
    private int _byte;

    public void Clear()
    {
        _kind = FailureKind.None;
        _path.Clear();
    }

    /// <summary>A value does not fit. Gives false, so that a reader can return it.</summary>
    /// <param name="problem">
    /// What is wrong and what would fit, as the rest of a sentence about the value (<c>is a number, where a text fits</c>).
    /// </param>
    public bool Note(FailureKind kind, string problem)
    {
        _kind = kind;
        _problem = problem;
        return false;
    }

    /// <summary>The JSON cannot be read on. Gives false.</summary>
    /// <param name="at">The byte that stands wrong, from 0.</param>
    /// <param name="fitting">What would be right there, as a noun phrase.</param>
    public bool NoteUnreadable(int at, string fitting)
    {
        _byte = at;
        return Note(FailureKind.UnreadableFacts, fitting);
    }

    /// <summary>The failure lies in the member of that name. Gives false.</summary>
    public bool Under(string name)
    {
        _path.Add(Shorten(name).Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
        return false;
    }

    /// <summary>The failure lies in the member whose name stands in the JSON as these bytes. Gives false.</summary>
    public bool Under(ReadOnlySpan<byte> name) => Under(Encoding.UTF8.GetString(name[..Math.Min(name.Length, 4 * MaxName)]));

    /// <summary>The failure lies in the item of that index. Gives false.</summary>
    public bool Under(int index)
    {
        _path.Add(index.ToString(CultureInfo.InvariantCulture));
        return false;
    }

    public Failure ToFailure()
    {
        var pointer = string.Concat(Enumerable.Reverse(_path).Select(segment => "/" + segment));
        if (_kind != FailureKind.UnreadableFacts)
            return new Failure(_kind, (pointer.Length == 0 ? "The root of the facts " : $"'{pointer}' ") + _problem + ".");
        var place = pointer.Length == 0 ? "" : $", in '{pointer}'";
        return new Failure(
            _kind,
            string.Create(
                CultureInfo.InvariantCulture,
                $"The facts cannot be read at byte {_byte}{place}: {_problem} would be right there."));
    }

    private static string Shorten(string name)
    {
        var text = new StringBuilder();
        foreach (var rune in name.EnumerateRunes())
        {
            if (text.Length >= MaxName)
                return text.Append('…').ToString();
            if (rune.Value < 0x20)
                text.Append('?');
            else
                text.Append(rune.ToString());
        }
        return text.ToString();
    }
}
