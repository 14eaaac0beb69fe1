using System.Diagnostics.CodeAnalysis;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Text.Patterns;

namespace AirsPolicy.Runtime.Facts.Writing;

/// <summary>
/// Fills frames from .NET values, with the same checks as reading JSON. Slots are resolved by name once; filling allocates nothing once the
/// frame has grown. What is not set is absent. The first value that does not fit is kept as the failure that <see cref="Complete"/>
/// gives; setters never throw for a value. One thread at a time.
/// </summary>
public sealed partial class FactWriter
{
    private readonly CompiledLayout _layout;
    private readonly FactLimits _limits;
    private readonly PatternScratch _scratch = new();
    private readonly FactReader _json;
    private readonly List<(FactSlot Slot, FactItems Items)> _lists = [];
    private FactFrame _frame = new();
    private Failure? _failure;

    /// <summary>A writer for the facts of a point.</summary>
    /// <param name="layout">The facts that the point has.</param>
    /// <param name="limits">How much they may hold; the default limits where null.</param>
    public FactWriter([NotNull] CompiledLayout layout, FactLimits? limits = null)
    {
        _layout = layout;
        _limits = limits ?? FactLimits.Default;
        _json = new FactReader(_limits);
    }

    /// <summary>The slot of a fact.</summary>
    /// <param name="path">The names in the language, with dots between them (<c>user.id</c>).</param>
    /// <exception cref="ArgumentException">The point has no such fact.</exception>
    public FactSlot Slot(string path) => new(new FactPath("", _layout.Root, 0, [], -1).Down(path), 0);

    /// <summary>The slot of a fact that only one tool has.</summary>
    /// <param name="tool">The declared name of the tool.</param>
    /// <param name="path">The names in the language, with dots between them (<c>args.amount</c>).</param>
    /// <exception cref="ArgumentException">There is no such tool, or it has no such fact.</exception>
    public FactSlot Slot(string tool, string path)
    {
        var index = _layout.Layout.Tools.Select(t => t.Tool).ToList().IndexOf(tool);
        if (index < 0)
            throw new ArgumentException($"The point '{_layout.Layout.Point}' has no tool '{tool}'.", nameof(tool));
        return new FactSlot(new FactPath("", _layout.Tools[index], _layout.ToolRegion, [0], index).Down(path), 0);
    }

    /// <summary>Empties a frame and begins to fill it.</summary>
    public void Begin([NotNull] FactFrame frame)
    {
        _frame = frame;
        _failure = null;
        _lists.Clear();
        frame.Reset(_layout.Slots);
        frame.Set(0, 1L);
    }

    /// <summary>Ends filling.</summary>
    /// <returns>Null where everything fits; else why not, with the JSON pointer of the first fact that does not.</returns>
    public Failure? Complete()
    {
        if (_failure is null && _layout.ToolMember >= 0 && !_frame.Has(_layout.ToolSlot))
            _failure = new Failure(
                FailureKind.MissingFact,
                $"'/tool' is missing, where {_layout.Root.Members[_layout.ToolMember].Shape.Expected} fits.");
        foreach (var (slot, items) in _lists)
            CheckItems(slot, items);
        if (_failure is null)
            CheckHeld(_layout.Root, 0, "");
        if (_failure is null && _layout.ToolMember >= 0)
            CheckHeld(_layout.Tools[(int)_frame.Long(_layout.ToolSlot)], _layout.ToolRegion, "");
        _frame.Layout = _failure is null ? _layout : null;
        return _failure;
    }

    // An item that is not there would be read as whatever its slot held before.
    private void CheckItems(FactSlot slot, FactItems items)
    {
        for (var i = 0; i < items.Count && _failure is null; i++)
        {
            if (!_frame.Has(items.First + i * items.Width))
                Note(slot, FailureKind.MissingFact, $"lacks its item {i}, where each of its {items.Count} items is set");
        }
    }

    private bool Misfits(FactSlot slot, string problem) =>
        Note(slot, FailureKind.MisfitFact, $"{problem}, where {slot.Path.Shape.Expected} fits");

    private bool OverLimit(FactSlot slot, string problem) => Note(slot, FailureKind.OverLimit, problem);

    private bool Note(FactSlot slot, FailureKind kind, string problem)
    {
        _failure ??= new Failure(kind, $"'{slot.Path.Pointer}' {problem}.");
        return false;
    }

    // The shape to fill, once the slot is known to belong to the tool at hand; null where it does not.
    private CompiledShape? Open(FactSlot slot)
    {
        var path = slot.Path;
        if (path.Tool >= 0 && !(_frame.Has(_layout.ToolSlot) && _frame.Long(_layout.ToolSlot) == path.Tool))
        {
            Note(slot, FailureKind.MisfitFact, $"is a fact of '{_layout.Layout.Tools[path.Tool].Tool}', where 'tool' is set to it first");
            return null;
        }
        return path.Shape.Kind == ShapeKind.Restricted ? path.Shape.Inner : path.Shape;
    }

    // The value is in its slot: the records above it are there, and one of a few values is one of them.
    private void Close(FactSlot slot)
    {
        foreach (var parent in slot.Path.Parents)
            _frame.Set(slot.Origin + parent, 1L);
        var shape = slot.Path.Shape;
        if (shape.Kind == ShapeKind.Restricted && !_frame.Canonical.IsOneOf(_frame, slot.Slot, shape.Inner!, shape.Allowed))
            Misfits(slot, "is another value");
    }
}
