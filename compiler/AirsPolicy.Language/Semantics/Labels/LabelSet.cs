using System.Collections.Immutable;
using AirsPolicy.Collections;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Origins;
using AirsPolicy.Language.Semantics.Declarations;
using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Labels;

/// <summary>The labels in force: which tools give them, and what follows where they reach something.</summary>
internal sealed class LabelSet
{
    private readonly ImmutableArray<LabelBinder> _binders;

    private LabelSet(ImmutableArray<LabelBinder> binders, ValueList<LabelModel> models) => (_binders, Models) = (binders, models);

    /// <summary>The labels, ordered by name.</summary>
    public ValueList<LabelModel> Models { get; }

    /// <summary>Where values can have come from: what the language knows, and every label that can be written.</summary>
    public static EnumShape Origins(BindingContext context, IEnumerable<Symbol> labels)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var label in labels)
        {
            if (OriginKinds.All.Contains(label.Name))
                context.Report(OriginDiagnostics.NameTaken, label.Declaration.Source, label.Declaration.Span, label.Name);
            else
                names.Add(label.Name);
        }
        return OriginKinds.Shape(names);
    }

    public static LabelSet Bind(BindingContext context, IEnumerable<Symbol> labels, IReadOnlyList<ToolBinder> tools)
    {
        ImmutableArray<LabelBinder> binders = [.. labels.Select(label => new LabelBinder(context, label))];
        var given = binders.SelectMany(binder => binder.Tools.Select(tool => (Label: binder.Symbol.Name, Tool: tool)))
            .Concat(tools.Select(tool => tool.Model(context))
                .SelectMany(tool => tool.Labels.Select(label => (Label: LabelModel.NameOf(label), Tool: tool.Name))))
            .ToLookup(pair => pair.Label, pair => pair.Tool, StringComparer.Ordinal);
        var models = context.Origins.Names.Skip(OriginKinds.All.Count)
            .Select(name => new LabelModel(name, given[name].Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToValueList()));
        return new LabelSet(binders, models.ToValueList());
    }

    /// <summary>What follows where labels reach something, as controls.</summary>
    public IEnumerable<ControlModel> Controls(FactTable table) => _binders.Select(binder => binder.Control(table)).OfType<ControlModel>();
}
