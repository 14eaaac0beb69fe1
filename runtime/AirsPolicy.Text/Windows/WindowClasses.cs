using System.Text;
using AirsPolicy.Text.Patterns;
using AirsPolicy.Text.Unicode;

namespace AirsPolicy.Text.Windows;

/// <summary>
/// Which code points a program never tells apart: those of one class have one stand-in. Classes are made as characters are met; one thread
/// at a time.
/// </summary>
internal sealed class WindowClasses(WindowProgram program)
{
    /// <summary>The class of what stands behind the end of a text.</summary>
    public const int End = 0;

    /// <summary>The stand-in of the end, and of what stands before the start: no character.</summary>
    public const int NoCharacter = -1;

    // Beyond these characters classes are looked up anew, so that a text of every character there is costs time and no memory.
    private const int MostKept = 8_192;

    private readonly short[] _ascii = Unknown();
    private readonly Dictionary<int, int> _others = [];
    private readonly Dictionary<string, int> _bySignature = new(StringComparer.Ordinal) { [""] = End };
    private readonly List<int> _members = [NoCharacter];
    private readonly StringBuilder _signature = new();

    /// <summary>How many classes there are so far.</summary>
    public int Count => _members.Count;

    /// <summary>The classes of ASCII as far as they are known, -1 where they are not.</summary>
    public short[] Ascii => _ascii;

    /// <summary>The character that stands for a class.</summary>
    public int MemberOf(int number) => _members[number];

    /// <summary>The class of a code point.</summary>
    public int Of(int codePoint)
    {
        if ((uint)codePoint < 128)
            return _ascii[codePoint] >= 0 ? _ascii[codePoint] : _ascii[codePoint] = (short)Find(codePoint);
        if (_others.TryGetValue(codePoint, out var known))
            return known;
        if (_others.Count == MostKept)
            _others.Clear();
        return _others[codePoint] = Find(codePoint);
    }

    private int Find(int codePoint)
    {
        var signature = SignatureOf(codePoint);
        if (_bySignature.TryGetValue(signature, out var known))
            return known;
        _members.Add(codePoint);
        return _bySignature[signature] = _members.Count - 1;
    }

    // Half a pair is of a length of its own, and so is a character beyond the first plane.
    private string SignatureOf(int codePoint)
    {
        _signature.Clear();
        if (program.IsLiteral(codePoint))
            return _signature.Append('=').Append(codePoint).ToString();
        _signature.Append(codePoint > char.MaxValue ? '2' : '1')
            .Append(CharacterTables.IsWord(codePoint) ? 'w' : '-')
            .Append(CharacterClasses.IsAsciiWord(codePoint) ? 'a' : '-')
            .Append((char)(program.HasTerms ? WordBreakState.EntryOf(codePoint) : 0));
        foreach (var set in program.Sets)
            _signature.Append(set.Contains(codePoint) ? '1' : '0');
        return _signature.ToString();
    }

    private static short[] Unknown()
    {
        var classes = new short[128];
        classes.AsSpan().Fill(-1);
        return classes;
    }
}
