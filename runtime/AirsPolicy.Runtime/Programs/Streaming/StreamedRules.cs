using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Programs.Tables;
using AirsPolicy.Runtime.State;

namespace AirsPolicy.Runtime.Programs.Streaming;

/// <summary>
/// What the rules about an answer come to by what is known of it so far. They are asked as for any decision, and only again where a
/// detector says something new.
/// </summary>
internal sealed class StreamedRules
{
    private readonly CompiledPolicy _policy;
    private readonly int _point;
    private readonly Dictionary<int, int> _numbers;
    private readonly int[][] _places;
    private readonly bool[] _possible;
    private readonly bool[] _acts;

    public StreamedRules(CompiledPolicy policy, int point, Text.Windows.WindowPlan plan)
    {
        _policy = policy;
        _point = point;
        var rules = policy.Tables.Stream.Rules;
        _numbers = rules.Index().ToDictionary(rule => rule.Item.Rule, rule => rule.Index);
        _places = [.. rules.Select(rule => rule.Detectors.Select(plan.PlaceOf).ToArray())];
        (_possible, _acts) = (new bool[rules.Count], new bool[rules.Count]);
    }

    /// <summary>Nothing more goes on before the whole answer is decided on.</summary>
    public bool Stops { get; private set; }

    /// <summary>What is hidden in the answer.</summary>
    public List<StreamedRedaction> Hidden { get; } = [];

    /// <summary>Begins with an answer of which nothing has arrived.</summary>
    public void Start(FactFrame facts, Evaluation evaluation, StreamedAnswers answers, PolicyState? state)
    {
        Stops = false;
        answers.AssumeAll = true;
        Ask(facts, evaluation, answers, state);
        var today = _policy.Point(_point).Today(facts);
        foreach (var (rule, number) in _numbers)
            _possible[number] = _acts[number] && IsInForce(rule, today);
        answers.AssumeAll = false;
        Stops = Ask(facts, evaluation, answers, state);
    }

    /// <summary>A detector says something new.</summary>
    public void Update(FactFrame facts, Evaluation evaluation, StreamedAnswers answers, PolicyState? state) =>
        Stops |= Ask(facts, evaluation, answers, state);

    /// <summary>Whether the matches of a detector wait for others before a rule acts on them.</summary>
    public bool Awaits(int place)
    {
        for (var rule = 0; rule < _acts.Length; rule++)
        {
            if (_possible[rule] && !_acts[rule] && _places[rule].AsSpan().Contains(place))
                return true;
        }
        return false;
    }

    /// <summary>Whether the matches of a detector are hidden, or may come to be.</summary>
    public bool Concerns(int place) => Awaits(place) || Hidden.Exists(hidden => hidden.Place == place);

    private bool Ask(FactFrame facts, Evaluation evaluation, StreamedAnswers answers, PolicyState? state)
    {
        answers.Hidden.Clear();
        Hidden.Clear();
        Array.Clear(_acts);
        var mark = facts.Mark();
        try
        {
            evaluation.Stream(answers);
            return _policy.EvaluateStreamed(_point, facts, evaluation, state) || Take(facts, evaluation, answers);
        }
        finally
        {
            evaluation.Stream(null);
            facts.Release(mark);
        }
    }

    private bool Take(FactFrame facts, Evaluation evaluation, StreamedAnswers answers)
    {
        var today = _policy.Point(_point).Today(facts);
        var stops = false;
        foreach (var rule in evaluation.Fired)
        {
            if (!_numbers.TryGetValue(rule, out var number))
                continue;
            _acts[number] = true;
            stops |= IsInForce(rule, today) && _policy.Tables.Rules[rule].Effects.Any(effect => effect.Effect.Outcome >= Outcome.Hold);
        }
        // A rule that lacks a fact lacks it at the end too; what else fails may fail for want of text.
        foreach (var (rule, failure, beside, _) in evaluation.FailedRules)
        {
            var early = _numbers.TryGetValue(rule, out var number);
            if (early)
                _acts[number] = true;
            stops |=
                (early || failure.Kind == FailureKind.MissingFact)
                && IsInForce(rule, today)
                && ControlOf(rule).OnError.Concat(beside).Any(effect => effect.Outcome >= Outcome.Hold);
        }
        foreach (var hidden in answers.Hidden)
        {
            if (evaluation.FailedRules.Exists(failed => failed.Rule == hidden.Rule))
                continue;
            if (_numbers.TryGetValue(hidden.Rule, out var number))
                _acts[number] = true;
            if (hidden.Place >= 0 && IsInForce(hidden.Rule, today))
                Hidden.Add(hidden);
        }
        return stops;
    }

    private bool IsInForce(int rule, long? today) => !CompiledPolicy.IsDetect(ControlOf(rule), today);

    private ControlTable ControlOf(int rule) => _policy.Tables.Controls[_policy.Tables.Rules[rule].Control];
}
