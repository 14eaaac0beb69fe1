using System.Diagnostics.CodeAnalysis;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Checks;
using AirsPolicy.Runtime.Facts.Layout;

namespace AirsPolicy.Runtime.Facts.Json;

/// <summary>
/// Reads facts from JSON into a frame in one pass. JSON is taken strictly (RFC 8259, UTF-8 without a byte order mark), and everything
/// in it has to fit: a name that the point does not know is a failure, so that a misspelt fact is never silently absent.
/// </summary>
/// <remarks>
/// Holds scratch memory and is used by one thread at a time; after the first reads nothing is allocated while facts fit. Time and memory
/// are linear in the JSON. null is absence. The facts of the tool are read by the tool's own layout wherever <c>tool</c> stands among its
/// neighbours.
/// </remarks>
public sealed class FactReader
{
    private readonly FactLimits _limits;
    private readonly Misfit _misfit = new();
    private readonly NameSet _names = new();
    private readonly CheckScratch _scratch = new();

    /// <summary>A reader with limits, or with the default ones.</summary>
    public FactReader(FactLimits? limits = null) => _limits = limits ?? FactLimits.Default;

    /// <summary>Empties the frame and reads the facts of a point into it.</summary>
    /// <param name="layout">The facts that the point has.</param>
    /// <param name="json">The facts, one JSON object.</param>
    /// <param name="frame">Where they go. After a failure its contents mean nothing.</param>
    /// <returns>Null where everything fits; else why not, with the JSON pointer of the first thing that does not.</returns>
    public Failure? Read([NotNull] CompiledLayout layout, ReadOnlySpan<byte> json, [NotNull] FactFrame frame)
    {
        frame.Reset(layout.Slots);
        if (json.Length > _limits.MaxFactsBytes)
            return new Failure(FailureKind.OverLimit, $"The facts take {json.Length} bytes, where at most {_limits.MaxFactsBytes} fit.");
        _misfit.Clear();
        _names.Clear();
        _scratch.Clear();
        var scan = new FactScan(new JsonCursor(json, frame, _limits, _misfit, _names), layout, frame, _scratch);
        if (!scan.Run())
            return _misfit.ToFailure();
        frame.Layout = layout;
        return null;
    }

    /// <summary>Whether what is given of the facts of a point fits; <c>tool</c> may be missing.</summary>
    internal bool ReadPart(CompiledLayout layout, ReadOnlySpan<byte> json, FactFrame frame)
    {
        frame.Reset(layout.Slots);
        _misfit.Clear();
        _names.Clear();
        _scratch.Clear();
        return new FactScan(new JsonCursor(json, frame, _limits, _misfit, _names), layout, frame, _scratch).Run(whole: false);
    }

    /// <summary>
    /// Holds a value that has been written as JSON to schemas; false where one of those asked for refuses it, or there was too much to do.
    /// </summary>
    internal bool Fits(ValueCheck check, ReadOnlySpan<byte> json, FactFrame frame)
    {
        _misfit.Clear();
        _names.Clear();
        _scratch.Clear();
        var scan = new SchemaScan(new JsonCursor(json, frame, _limits, _misfit, _names), frame, _scratch);
        return scan.Pass(check, out var refused) && refused == 0;
    }

    /// <summary>Whether a text is one JSON value that an 'any' may be; else why not.</summary>
    internal Failure? Check(ReadOnlySpan<byte> json, FactFrame frame)
    {
        _misfit.Clear();
        _names.Clear();
        var cursor = new JsonCursor(json, frame, _limits, _misfit, _names);
        return cursor.Skip() && (cursor.Next() == 0 && cursor.At == json.Length || cursor.Unreadable("the end"))
            ? null
            : _misfit.ToFailure();
    }
}
