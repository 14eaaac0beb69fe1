using System.Diagnostics;
using AirsPolicy.Collections;
using AirsPolicy.Compiler.Planning.Nodes;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Programs.Tables;
using AirsPolicy.Runtime.Runs;
using AirsPolicy.Text.Detectors;
using AirsPolicy.Text.Detectors.Builtin;

namespace AirsPolicy.Compiler.Planning;

/// <summary>
/// Collects what the code of a program names by number. Numbers are given in the order of asking, which is that of the model.
/// </summary>
internal sealed class ProgramParts(
    ValueList<DetectorDefinition> detectors,
    ValueList<string> origins,
    ValueList<StepAutomaton?> orders,
    ValueList<ProviderModel> providers,
    ValueList<DataTable> data)
{
    private readonly List<DetectorDefinition> _detectors = [.. detectors];
    private readonly ValueList<string> _classifiers = DetectorSet.ClassifiersOf(detectors);
    private readonly Numbering<PatternTable> _patterns = new();
    private readonly Numbering<Shape> _shapes = new();
    private readonly Numbering<RequiredFact> _required = new();
    private readonly Numbering<string> _functions = new();
    private readonly Numbering<ValueList<string>> _textSets = new();
    private readonly List<TestPlan> _tests = [];
    private readonly List<RuleTable> _rules = [];
    private readonly List<IndexTable> _indexes = [];
    private readonly List<EntryPlan> _entries = [];
    private readonly List<BlockPlan?> _blocks = [];
    private int _variables;

    /// <summary>Runs are held to something.</summary>
    public bool HoldsRuns { get; init; }

    public ValueList<DetectorDefinition> Detectors => _detectors.ToValueList();

    public ValueList<PatternTable> Patterns => _patterns.Items;

    public ValueList<string> Functions => _functions.Items;

    public ValueList<Shape> Shapes => _shapes.Items;

    public ValueList<ValueList<string>> TextSets => _textSets.Items;

    public ValueList<RequiredFact> Required => _required.Items;

    public ValueList<string> Origins => origins;

    public ValueList<TestPlan> Tests => _tests.ToValueList();

    public ValueList<RuleTable> Rules => _rules.ToValueList();

    public ValueList<IndexTable> Indexes => _indexes.ToValueList();

    public ValueList<EntryPlan> Entries => _entries.ToValueList();

    public ValueList<BlockPlan> Blocks => _blocks.Select(block => block!).ToValueList();

    /// <summary>A declared detector, or a built-in one that a rule uses directly, which gets a place behind the declared ones.</summary>
    public NumberPlan Detector(string name)
    {
        var number = _detectors.FindIndex(detector => string.Equals(detector.Name, name, StringComparison.Ordinal));
        if (number >= 0)
            return new NumberPlan(number);
        _detectors.Add(
            BuiltinDetectors.DefinitionOf(name)
                ?? throw new UnreachableException($"Binding let the detector '{name}' through, which there is not."));
        return new NumberPlan(_detectors.Count - 1);
    }

    /// <summary>A classifier of the host, by the fact that it gives.</summary>
    public NumberPlan Classifier(string fact) => new(_classifiers.AsSpan().IndexOf(ClassifierFact.ClassifierOf(fact)!));

    /// <summary>A label or kind of origin.</summary>
    public NumberPlan Origin(string name) =>
        new(origins.Index().First(origin => string.Equals(origin.Item, name, StringComparison.Ordinal)).Index);

    /// <summary>The order that an aggregate keeps.</summary>
    public StepAutomaton OrderOf(int aggregate) => orders[aggregate]!;

    /// <summary>The table that a value is looked up in, and the column that it stands in.</summary>
    public (NumberPlan Data, NumberPlan Column) Column(LookupExpression lookup)
    {
        var (number, table) = data.Index().First(table => string.Equals(table.Item.Name, lookup.Data, StringComparison.Ordinal));
        var column = table.Columns.Index().First(column => string.Equals(column.Item.Name, lookup.Column, StringComparison.Ordinal)).Index;
        return (new NumberPlan(number), new NumberPlan(column));
    }

    public NumberPlan Function(string id) => new(_functions.Of(id));

    public NumberPlan Pattern(string source, bool ignoreCase) => new(_patterns.Of(new PatternTable(source, ignoreCase)));

    public NumberPlan Shape(Shape shape) => new(_shapes.Of(shape));

    public NumberPlan TextSet(IEnumerable<string> texts) =>
        new(_textSets.Of(texts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToValueList()));

    /// <summary>The texts of a list that has a number.</summary>
    public ValueList<string> TextsOf(NumberPlan set) => _textSets[set.Value];

    /// <summary>What the provider of a fact says of its absence.</summary>
    public ValueList<Effect> OnError(string fact) => providers.FirstOrDefault(provider => provider.Fact == fact)?.OnError ?? [];

    /// <summary>A fact that a rule cannot do without, by number.</summary>
    public int Require(RequiredFact fact) => _required.Of(fact);

    public NumberPlan Test(TestPlan test)
    {
        _tests.Add(test);
        return new NumberPlan(_tests.Count - 1);
    }

    public int Rule(RuleTable rule)
    {
        _rules.Add(rule);
        return _rules.Count - 1;
    }

    public int Index(IndexTable index)
    {
        _indexes.Add(index);
        return _indexes.Count - 1;
    }

    /// <summary>Where the decision at a point begins, for a tool that has a block of its own or for all others.</summary>
    public int Entry(int point, int? block)
    {
        _entries.Add(new EntryPlan(point, block));
        return _entries.Count - 1;
    }

    /// <summary>
    /// A block that a tool or an index selects; its number is given before what it holds, so that blocks inside it come after it.
    /// </summary>
    public int Block(Func<BlockPlan> plan)
    {
        var number = _blocks.Count;
        _blocks.Add(null);
        _blocks[number] = plan();
        return number;
    }

    public int Variable() => _variables++;

    private sealed class Numbering<T>
        where T : notnull
    {
        private readonly Dictionary<T, int> _numbers = [];
        private readonly List<T> _items = [];

        public ValueList<T> Items => _items.ToValueList();

        public T this[int number] => _items[number];

        public int Of(T item)
        {
            if (_numbers.TryGetValue(item, out var number))
                return number;
            _items.Add(item);
            return _numbers[item] = _items.Count - 1;
        }
    }
}
