using System.Text;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Text.Patterns;
using AirsPolicy.Text.Patterns.Matching;

namespace AirsPolicy.Runtime.Facts.Checks;

/// <summary>Working memory of checks, which grows to what it has held, and the work that is left. One thread at a time.</summary>
internal sealed class CheckScratch
{
    /// <summary>
    /// How many steps one read may take beyond one for each value: a step is sixty-four characters of a text for each instruction of a
    /// pattern, or sixteen bytes of a value that is compared with others.
    /// </summary>
    public const int MaxSteps = 1 << 22;

    private const int BytesAStep = 16;

    private char[] _name = new char[64];
    private long _left = MaxSteps;

    public PatternScratch Patterns { get; } = new();

    /// <summary>Writes values that are compared with others; not the frame's own, whose text may be what is read.</summary>
    public CanonicalJson Canonical { get; } = new();

    /// <summary>More than <see cref="MaxSteps"/> would have been taken. What was found then means nothing.</summary>
    public bool IsExhausted => _left < 0;

    public void Clear() => _left = MaxSteps;

    /// <summary>Takes the steps of comparing a value; false where too few are left.</summary>
    public bool SpendOn(int bytes)
    {
        _left -= 1 + bytes / BytesAStep;
        return _left >= 0;
    }

    /// <summary>Whether a pattern is found in a text; false too where too few steps are left.</summary>
    public bool Matches(PatternTest pattern, ReadOnlySpan<char> text)
    {
        _left -= 1 + pattern.StepsOf(text.Length);
        return _left >= 0 && pattern.IsMatch(text, Patterns);
    }

    /// <summary>A name as characters, in memory that holds until the next call.</summary>
    public ReadOnlySpan<char> Decode(ReadOnlySpan<byte> name)
    {
        if (_name.Length < name.Length)
            _name = new char[name.Length];
        return _name.AsSpan(0, Encoding.UTF8.GetChars(name, _name));
    }
}
