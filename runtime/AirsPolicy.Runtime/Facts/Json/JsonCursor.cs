using System.Runtime.CompilerServices;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Numbers;

namespace AirsPolicy.Runtime.Facts.Json;

/// <summary>
/// A place in JSON (RFC 8259, strictly) with the steps that reading takes from it. Every step gives false where it fails and has
/// noted why. Texts are written behind the characters that the frame holds and are kept only when the caller commits them.
/// </summary>
internal ref partial struct JsonCursor(ReadOnlySpan<byte> json, FactFrame frame, FactLimits limits, Misfit misfit, NameSet names)
{
    private readonly FactFrame _frame = frame;
    private readonly int _maxTextBytes = limits.MaxTextBytes;

    public readonly ReadOnlySpan<byte> Json = json;
    public readonly Misfit Misfit = misfit;
    public readonly NameSet Names = names;

    /// <summary>The byte that is read next.</summary>
    public int At;

    /// <summary>How many lists and records are open.</summary>
    public int Depth;

    /// <summary>Passes over white space and gives the byte behind it, or 0 at the end (which no JSON has where a value stands).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte Next()
    {
        var at = At;
        if ((uint)at < (uint)Json.Length && Json[at] > ' ')
            return Json[at];
        return NextBehindSpace();
    }

    private byte NextBehindSpace()
    {
        while (At < Json.Length && Json[At] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            At++;
        return At < Json.Length ? Json[At] : (byte)0;
    }

    /// <summary>Takes a byte that must stand next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Take(byte expected, string name)
    {
        if (Next() != expected)
            return Unreadable(name);
        At++;
        return true;
    }

    /// <summary>Takes <c>true</c>, <c>false</c> or <c>null</c>.</summary>
    public bool TakeWord(ReadOnlySpan<byte> word)
    {
        if (!Json[At..].StartsWith(word))
            return Unreadable("'true', 'false' or 'null'");
        At += word.Length;
        return true;
    }

    /// <summary>Opens the list or record that stands next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Open()
    {
        At++;
        return ++Depth <= FactLimits.MaxDepth || TooDeep();
    }

    /// <summary>Takes a number.</summary>
    public bool TakeNumber(out ExactNumber number)
    {
        var status = NumberScanner.Scan(Json[At..], out var length, out number);
        if (status == NumberStatus.Malformed)
        {
            At += length;
            return Unreadable("a digit of a number");
        }
        if (status != NumberStatus.Read)
            return Misfit.Note(FailureKind.MisfitFact, ProblemOf(status));
        At += length;
        return true;
    }

    /// <summary>What is wrong with a number that could not be read exactly.</summary>
    public static string ProblemOf(NumberStatus status) => status == NumberStatus.TooPrecise
        ? "has more than 28 significant digits, where at most 28 fit"
        : "is a number out of range, where one between 1e-308 and 1e308 fits";

    public readonly bool Unreadable(string fitting) => Misfit.NoteUnreadable(At, fitting);

    private readonly bool TooDeep() => Misfit.Note(FailureKind.OverLimit, "lies deeper than 64 lists and records, where at most 64 fit");
}
