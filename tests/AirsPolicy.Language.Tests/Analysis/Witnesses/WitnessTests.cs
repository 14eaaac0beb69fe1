using AirsPolicy.Language.Analysis;
using AirsPolicy.Language.Analysis.Openings;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Tests.Corpus;
using AirsPolicy.Language.Text;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Tests.Analysis.Witnesses;

/// <summary>
/// What an analysis says in its message is so: its witness is run, by the interpreter and by the machines of the runtime.
/// </summary>
[Trait("Length", "long")]
public class WitnessTests
{
    private static readonly Dictionary<string, Witness> s_witnesses = new[]
    {
        RuleWitnesses.All,
        PatternWitnesses.All,
        PaceWitnesses.All,
        JudgeWitnesses.All,
        StreamWitnesses.All,
        PeopleWitnesses.All,
        GovernanceWitnesses.All,
    }
        .SelectMany(all => all)
        .ToDictionary(StringComparer.Ordinal);

    // Of which there is nothing to run, and why.
    private static readonly Dictionary<string, string> s_withoutWitness = new(StringComparer.Ordinal)
    {
        ["AIRS3035"] = "what follows from a failure is written in the clause",
        ["AIRS4036"] = "which spellings count together is shown by a test of the corpus policy 'past'",
        ["AIRS4039"] = "of whom nothing has happened yet is everybody at first, and the message says what follows",
        ["AIRS5022"] = "a change is one event more, and a comparison for few of them matches less",
        ["AIRS5023"] = "what is needed is written in the clause, and the message names it",
        ["AIRS6005"] = "where a claim counts is a matter of the catalogue, and the message names the points",
        ["AIRS6017"] = "that nothing claims an id has nothing to show",
        ["AIRS6018"] = "what is declared is held against a bound, and the message names both",
        ["AIRS6024"] = "it is over by the date in the message",
        ["AIRS6025"] = "it is over soon by the date in the message",
        ["AIRS6026"] = "what compensates is in detect mode by its own clause or a waiver",
        ["AIRS6027"] = "what is satisfied needs no waiver, and the message names the control",
        ["AIRS6028"] = "it is overdue by the date in the message",
        ["AIRS6031"] = "that something cannot be told has nothing to show",
        ["AIRS6032"] = "the message says how far ahead the end is",
        ["AIRS6033"] = "the message says which role is asked for and which is given",
        ["AIRS6043"] = "which value leaves the range is a matter of the facts; the law of parameters tries the greatest",
        ["AIRS6044"] = "which kinds carry an id is a matter of the catalogue, and the message names them",
        ["AIRS6045"] = "the share is written in the judge, and that no rule asks it has nothing to show",
        ["AIRS6048"] = "it is over by the date in the message",
        ["AIRS6049"] = "it is over soon by the date in the message",
        ["AIRS6050"] = "the message says how far ahead the end is",
        ["AIRS6051"] = "what is claimed or waived applies, and the message names the declaration",
        ["AIRS6052"] = "that nothing requires an id has nothing to show",
        ["AIRS7031"] = "that something is not decided has nothing to show",
        ["AIRS7036"] = "what nothing uses has nothing to show; a test removes it from every case",
        ["AIRS7040"] = "that something was not looked at has nothing to show",
    };

    // What the binder says, and can be run all the same.
    private static readonly string[] s_ofBinding = ["AIRS5109"];

    public static TheoryData<string> Files => [.. Corpus().Where(name => s_witnesses.ContainsKey(name[..8]))];

    [Fact]
    public void Every_analysis_is_held_to_what_it_says()
    {
        var said = Corpus().SelectMany(name => CorpusPackages.CodesOfAnalyses(Source(name))).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(
            said.Concat(s_ofBinding).Order(StringComparer.Ordinal),
            s_witnesses.Keys.Concat(s_withoutWitness.Keys).Order(StringComparer.Ordinal));
        // One that no case shows is found by its descriptor.
        var declared = Analyses
            .All.SelectMany(analysis =>
                analysis
                    .GetType()
                    .GetFields(
                        System.Reflection.BindingFlags.Static
                            | System.Reflection.BindingFlags.Public
                            | System.Reflection.BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(DiagnosticDescriptor))
            .Select(field => ((DiagnosticDescriptor)field.GetValue(null)!).Code);
        Assert.Empty(declared.Except(said));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void What_is_said_is_shown(string file)
    {
        var shown = new WitnessCase(file);
        Assert.NotEmpty(shown.Found);
        Assert.All(shown.Found, found =>
        {
            var witness = s_witnesses[found.Code];
            var fault = Record.Exception(() => witness.Run(shown, found));
            Assert.True(fault is null, $"{found}: {witness.Kind}: {fault}");
        });
    }

    [Fact]
    public void Where_nothing_stands_everything_goes_on()
    {
        var (open, tried, tools) = (0, 0, 0);
        foreach (var shown in Corpus().Select(name => new WitnessCase(name)).Where(shown => shown.Model is not null))
        {
            var places = OpenPlaces.Of(shown.Model, DateOnly.FromDateTime(Language.Evaluation.Testing.VirtualClock.Start));
            open += places.Points.Count;
            tried += places.Tried.Count;
            foreach (var point in places.Points.Concat(places.Tried))
            {
                var layout = shown.Model.Layouts.First(layout => layout.Point == point);
                var decision = shown.Interpreter.Decide(
                    point,
                    shown.Harmless(point, layout.Tools is [var tool, ..] ? tool.WireName : null).ToJsonString());
                Assert.Equal(
                    (shown.Source.Path, point, Outcome.Allow, 0),
                    (shown.Source.Path, point, decision.Outcome, decision.Fired.Count));
            }
            foreach (var tool in shown.Model.Tools.Where(tool => places.Tools.Contains(tool.Name)))
            {
                tools++;
                Assert.Equal(
                    Outcome.Allow,
                    shown.Interpreter.Decide("tool_call", shown.Harmless("tool_call", tool.WireName).ToJsonString()).Outcome);
            }
        }
        Assert.True(open > 500 && tried > 0 && tools > 0, $"{open} points, {tried} with what is tried out, {tools} tools");
    }

    private static SourceText Source(string name) =>
        SourceText.From(CorpusFile.Read(File.ReadAllText(Path.Combine(RepositoryFolder.Corpus("diagnostics"), name))).Clean, name);

    private static IEnumerable<string> Corpus() =>
        RepositoryFolder.Policies(RepositoryFolder.Corpus("diagnostics")).Select(path => Path.GetFileName(path)!);
}
