using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using AirsPolicy.Text.Views;

namespace AirsPolicy.Text.Windows;

/// <summary>
/// Reads of a text that still arrives what changes nothing but states: units of ASCII that become one unit each in the folded view, at
/// which nothing ends and no detector begins. Both searches and the folding take a unit in one step, and leave what is more to those who
/// look closer. One thread at a time.
/// </summary>
internal sealed class QuietReader(
    WindowSearch plain,
    WindowSearch folded,
    StretchGroup plainStretches,
    StretchGroup stretches,
    TextView view,
    HeldCluster held)
{
    // Of a unit: what it becomes, the classes that it and that have in the two searches, and what may be done with it. Zero where it has
    // not been met.
    private const int Folded = 0x7F, PlainShift = 8, FoldedShift = 16, Classes = 1 << 8;
    private const int Met = 1 << 24, Quiet = 1 << 25, TakesMarks = 1 << 26;

    private readonly int[] _units = new int[128];
    private bool _isReady;

    /// <summary>Goes on behind what others have read.</summary>
    /// <param name="at">How much of the text that is.</param>
    public void Prepare(int at) =>
        _isReady =
            held is { IsOpen: true, IsWritten: true }
            && held.End == at
            && view.GoesOn(at)
            && !plain.IsWaiting
            && !folded.IsWaiting
            && !plainStretches.IsOpen
            && !stretches.IsOpen;

    /// <summary>
    /// Reads from a place on, and gives how far; all or part of it is still to be read where more than states would change.
    /// </summary>
    /// <param name="text">The text so far.</param>
    /// <param name="from">How much of it has been read.</param>
    public int Read(ReadOnlySpan<char> text, int from)
    {
        if (!_isReady)
            return from;
        var written = view.RoomForRun(text.Length - from);
        var (inPlain, inFolded, at) = (plain.State, folded.State, from);
        do
            at += Take(text[at..], written[(at - from)..], Quiet, ref inPlain, ref inFolded);
        while (at < text.Length && TryPass(text[at..], written[(at - from)..], ref at, ref inPlain, ref inFolded));
        if (at == from)
            return from;
        view.AppendRun(at - from);
        held.Characters[0] = written[at - from];
        (held.Start, held.End) = (at - 1, at);
        plain.MoveTo(inPlain, at);
        folded.MoveTo(inFolded, view.Length);
        plainStretches.Pass(text[..at]);
        stretches.Pass(view.Text);
        return at;
    }

    /// <summary>Behind what has been read here: the first unit of the text that can be part of a match still to be told.</summary>
    /// <param name="length">How much of the text has been read.</param>
    public int HeldIn(int length)
    {
        var inView = Math.Min(folded.HeldUnlessWaiting, stretches.HeldUnlessOpen);
        return Math.Min(
            Math.Min(plain.HeldUnlessWaiting, plainStretches.HeldUnlessOpen),
            inView < view.Length ? view.StartOf(inView) : length);
    }

    // What the first unit of a text needs before the next can be read: to be met, or a look at what follows, which may be a mark that
    // changes it.
    private bool TryPass(ReadOnlySpan<char> text, Span<char> written, ref int at, ref int inPlain, ref int inFolded)
    {
        var unit = text[0];
        if (unit >= _units.Length)
            return false;
        if (_units[unit] == 0)
            return Meet(unit);
        if ((_units[unit] & TakesMarks) == 0 || text.Length == 1 || !AsciiFolding.IsKept(text[1]))
            return false;
        var taken = Take(text[..1], written, TakesMarks, ref inPlain, ref inFolded);
        at += taken;
        return taken > 0;
    }

    private bool Meet(char unit)
    {
        var becomes = AsciiFolding.Of(unit);
        var (inPlain, inFolded) = (plain.Automaton.Classes.Of(unit), folded.Automaton.Classes.Of(becomes));
        if (inPlain >= Math.Min(plain.Automaton.Width, Classes) || inFolded >= Math.Min(folded.Automaton.Width, Classes))
            return false;
        var isPassed = AsciiFolding.IsKept(unit) && !plainStretches.LooksFor(unit) && !stretches.LooksFor(becomes);
        _units[unit] =
            Met
            | becomes
            | inPlain << PlainShift
            | inFolded << FoldedShift
            | (
                !isPassed ? 0
                : FoldingPass.DropsMarks(becomes) ? Quiet
                : TakesMarks);
        return true;
    }

    // Steps over units of a kind, as far as both tables say at once what follows.
    private int Take(ReadOnlySpan<char> text, Span<char> written, int kind, ref int inPlain, ref int inFolded)
    {
        // Nothing is checked but what is not known: there is room for the text behind the first unit written, and classes lie below the
        // width of a table, which has a row for each state.
        ref var source = ref MemoryMarshal.GetReference(text);
        ref var before = ref MemoryMarshal.GetReference(written);
        ref var units = ref MemoryMarshal.GetArrayDataReference(_units);
        ref var plainTable = ref MemoryMarshal.GetArrayDataReference(plain.Automaton.Table);
        ref var foldedTable = ref MemoryMarshal.GetArrayDataReference(folded.Automaton.Table);
        var (plainWidth, foldedWidth) = ((uint)plain.Automaton.Width, (uint)folded.Automaton.Width);
        var (plainState, foldedState) = ((uint)inPlain, (uint)inFolded);
        int previous = before;
        uint at = 0;
        for (; at < (uint)text.Length; at++)
        {
            var unit = Unsafe.Add(ref source, at);
            if (unit >= 128)
                break;
            var entry = Unsafe.Add(ref units, unit);
            var becomes = entry & Folded;
            // Every fifth unit is a space: only two of them are worth a branch.
            if ((entry & kind) == 0 || ((becomes ^ ' ') | (previous ^ ' ')) == 0)
                break;
            var plainNext = Unsafe.Add(ref plainTable, plainState * plainWidth + (byte)(entry >> PlainShift));
            var foldedNext = Unsafe.Add(ref foldedTable, foldedState * foldedWidth + (byte)(entry >> FoldedShift));
            if ((plainNext | foldedNext) < 0)
                break;
            (plainState, foldedState) = ((uint)plainNext, (uint)foldedNext);
            Unsafe.Add(ref before, at + 1) = (char)becomes;
            previous = becomes;
        }
        (inPlain, inFolded) = ((int)plainState, (int)foldedState);
        return (int)at;
    }
}
