using System.Runtime.CompilerServices;
using AirsPolicy.Runtime.Facts;

namespace AirsPolicy.Runtime.Programs;

/// <summary>Comparison and making of texts, all by ordinal.</summary>
public sealed partial class Evaluation
{
    /// <summary>Whether a text equals one written in the policy.</summary>
    [PolicyCallable]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Is(long text, string literal) => _frame.Chars(text).SequenceEqual(literal);

    /// <summary>Whether two texts are equal.</summary>
    [PolicyCallable]
    public bool SameText(long left, long right) => _frame.Chars(left).SequenceEqual(_frame.Chars(right));

    /// <summary>Whether a text contains another.</summary>
    [PolicyCallable]
    public bool TextContains(long text, long part) =>
        CountText(Handle.Length(text)) && _frame.Chars(text).Contains(_frame.Chars(part), StringComparison.Ordinal);

    /// <summary>Whether a text starts with another.</summary>
    [PolicyCallable]
    public bool TextStartsWith(long text, long part) =>
        CountText(Handle.Length(part)) && _frame.Chars(text).StartsWith(_frame.Chars(part), StringComparison.Ordinal);

    /// <summary>Whether a text ends with another.</summary>
    [PolicyCallable]
    public bool TextEndsWith(long text, long part) =>
        CountText(Handle.Length(part)) && _frame.Chars(text).EndsWith(_frame.Chars(part), StringComparison.Ordinal);

    /// <summary>Whether a text contains one written in the policy.</summary>
    [PolicyCallable]
    public bool TextContainsLiteral(long text, string part) =>
        CountText(Handle.Length(text)) && _frame.Chars(text).Contains(part, StringComparison.Ordinal);

    /// <summary>Whether a text starts with one written in the policy.</summary>
    [PolicyCallable]
    public bool TextStartsWithLiteral(long text, string part) =>
        CountText(part.Length) && _frame.Chars(text).StartsWith(part, StringComparison.Ordinal);

    /// <summary>Whether a text ends with one written in the policy.</summary>
    [PolicyCallable]
    public bool TextEndsWithLiteral(long text, string part) =>
        CountText(part.Length) && _frame.Chars(text).EndsWith(part, StringComparison.Ordinal);

    /// <summary>A text written in the policy, as a handle.</summary>
    [PolicyCallable]
    public long Text(string literal)
    {
        BeginWork();
        return Failed ? Handle.Empty : _frame.AddValue(literal);
    }

    /// <summary>Two texts joined.</summary>
    [PolicyCallable]
    public long Concat(long left, long right)
    {
        var length = (long)Handle.Length(left) + Handle.Length(right);
        if (!TryWorkOut(length))
            return Handle.Empty;
        // Reserving can move the characters of the frame, so that the texts are looked up after it.
        var room = _frame.ReserveValue((int)length);
        _frame.Chars(left).CopyTo(room);
        _frame.Chars(right).CopyTo(room[Handle.Length(left)..]);
        return _frame.CommitText((int)length);
    }
}
