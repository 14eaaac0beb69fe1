using AirsPolicy.Collections;
using AirsPolicy.Language.Model.Agents;
using AirsPolicy.Language.Model.Events;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Language.Model.Judges;
using AirsPolicy.Language.Model.Origins;
using AirsPolicy.Language.Model.Pace;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.State.Queues;
using AirsPolicy.Text.Detectors;

namespace AirsPolicy.Language.Model;

/// <summary>
/// The one description of a policy that everything after binding reads: interpreter, planner, analyses, reports, editor and
/// tests. Names are resolved, types checked, lets and parameters worked in; nothing here looks at syntax.
/// </summary>
/// <param name="Name">The package (<c>shop.refunds</c>).</param>
/// <param name="Version">The declared version, or null.</param>
/// <param name="Deployable">A <c>policy</c>; a <c>library</c> is not.</param>
/// <param name="System">The system, or null in a library.</param>
/// <param name="Governance">What it claims and answers for.</param>
/// <param name="Layouts">The facts of every decision point, one layout a point in the order of the table of points.</param>
/// <param name="Tools">The declared tools, ordered by name; their order is that of the tool enum.</param>
/// <param name="Agents">The declared agents and workflows, or null where there is none, which leaves agents to others.</param>
/// <param name="Detectors">The detectors that rules in force use, directly or through others, ordered by qualified name.</param>
/// <param name="Queues">The declared queues, ordered by name.</param>
/// <param name="Controls">The controls in force (tools' own rules included), ordered by id.</param>
/// <param name="Aggregates">
/// What the rules in force ask of the past, each once, in the order in which they first ask; the place in the list is the number.
/// </param>
/// <param name="Limits">The limits in force, ordered by id; the place in the list is the number.</param>
/// <param name="Labels">The labels, ordered by name.</param>
/// <param name="Contents">
/// What decisions bring into sessions, in the order of the table of points; empty where no rule asks for origins or labels.
/// </param>
/// <param name="Providers">The facts that a provider of the host gives, ordered by fact.</param>
/// <param name="Hosts">The quoted names that the host binds, ordered by kind and name.</param>
/// <param name="Tests">The tests of this package (not of the packages it uses), in order of file and place.</param>
/// <param name="Sources">The files of all packages taken in, ordered by package and path.</param>
/// <param name="Charts">The charts in force, ordered by name; the place in the list is the number.</param>
/// <param name="Breakers">The breakers in force, ordered by name; the place in the list is the number.</param>
/// <param name="Proofs">What this package says holds of every request, in order of file and place.</param>
/// <param name="Judges">The judges in force, ordered by name.</param>
/// <param name="Audit">What is recorded of decisions, joined of all that is in force; null where nothing is said.</param>
/// <param name="Data">The tables of data that something looks values up in, ordered by name.</param>
public sealed record PolicyModel(
    string Name,
    string? Version,
    bool Deployable,
    SystemModel? System,
    GovernanceModel Governance,
    ValueList<PointLayout> Layouts,
    ValueList<ToolModel> Tools,
    AgentsModel? Agents,
    ValueList<DetectorDefinition> Detectors,
    ValueList<QueueModel> Queues,
    ValueList<ControlModel> Controls,
    ValueList<AggregateModel> Aggregates,
    ValueList<LimitModel> Limits,
    ValueList<LabelModel> Labels,
    ValueList<ContentSourceModel> Contents,
    ValueList<ProviderModel> Providers,
    ValueList<HostBinding> Hosts,
    ValueList<TestModel> Tests,
    ValueList<SourceModel> Sources,
    ValueList<ChartModel> Charts = default,
    ValueList<BreakerModel> Breakers = default,
    ValueList<ProofModel> Proofs = default,
    ValueList<JudgeModel> Judges = default,
    AuditModel? Audit = null,
    ValueList<DataTable> Data = default)
{
    /// <summary>What happens to work in flight at a halt, ordered by tool.</summary>
    public ValueList<ToolStop> Stops() =>
        Tools.Select(tool => tool.OnStop).OfType<ToolStop>().OrderBy(stop => stop.Tool, StringComparer.Ordinal).ToValueList();
}

/// <summary>The AI system that a policy is for.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">Its title, or null.</param>
/// <param name="Owner">Who answers for it, or null.</param>
/// <param name="Models">The models it uses.</param>
/// <param name="Provider">Who provides them, or null.</param>
/// <param name="Tier">The tier by scheme (<c>airs.high</c>), or null.</param>
/// <param name="Zone">The IANA time zone of <c>today</c>; UTC where nothing is declared.</param>
/// <param name="Stream"><c>none</c>, <c>buffered</c> or <c>post_hoc</c>; <c>none</c> where nothing is declared.</param>
/// <param name="Families">The families that its models are of; empty where nothing is said.</param>
public sealed record SystemModel(
    string Name,
    string? Title,
    string? Owner,
    ValueList<string> Models,
    string? Provider,
    string? Tier,
    string Zone,
    string Stream,
    ValueList<string> Families = default);

/// <summary>A declared tool.</summary>
/// <param name="Name">The name in the language.</param>
/// <param name="WireName">The name on the wire.</param>
/// <param name="Title">The title, or null.</param>
/// <param name="Class">
/// <c>read_only</c>, <c>reversible</c>, <c>irreversible</c> or <c>privileged</c>; <c>privileged</c> where nothing is declared, so that
/// silence never weakens a rule.
/// </param>
/// <param name="Labels">The labels that its results carry by its own declaration, qualified.</param>
/// <param name="Satisfies">Catalogue ids it satisfies, each once, in the order written; its own rules carry them too.</param>
/// <param name="Mitigates">Catalogue ids it mitigates, in the same way.</param>
/// <param name="OnStop">What happens to its work in flight at a halt, or null where nothing is said.</param>
/// <param name="Scope">The part of a scope that it belongs to beside its own name on the wire, or null.</param>
public sealed record ToolModel(
    string Name,
    string WireName,
    string? Title,
    string Class,
    ValueList<string> Labels,
    ValueList<string> Satisfies,
    ValueList<string> Mitigates,
    ToolStop? OnStop,
    string? Scope = null);

/// <summary>A declared queue of people.</summary>
/// <param name="Name">Its qualified name.</param>
/// <param name="Sla">How long people have, in ticks of 100 ns, or null.</param>
/// <param name="Reviewers">The roles that may decide from the beginning, bound by the host.</param>
/// <param name="Approvals">How many different people have to agree, at least 1.</param>
/// <param name="Canary">The share of made-up cases among what reviewers see, whose right answer is known, in millionths.</param>
/// <param name="SampleControl">The id of the control that puts its samples into it, or null where it takes none.</param>
public sealed record QueueModel(
    string Name,
    long? Sla,
    ValueList<string> Reviewers,
    int Approvals,
    long Canary = 0,
    string? SampleControl = null)
{
    /// <summary>The roles that may decide later too.</summary>
    public ValueList<HandOn> HandsOn { get; init; } = [];

    /// <summary>How urgent what waits in it is at first.</summary>
    public ReviewPriority Priority { get; init; }

    /// <summary>As what waits is held to it.</summary>
    public QueueDefinition ToDefinition() => new(Name, Reviewers, Approvals, Canary) { HandsOn = HandsOn, Priority = Priority };
}

/// <summary>Who gives a fact.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Provider">The provider, bound by the host.</param>
/// <param name="Within">How long it may take, in ticks of 100 ns, after which the fact is missing; null where nothing is declared.</param>
/// <param name="OnError">
/// What follows for each rule that lacks the fact, beside what its control says; empty where nothing is declared.
/// </param>
public sealed record ProviderModel(string Fact, string Provider, long? Within, ValueList<Effect> OnError);

/// <summary>A name in quotes that the host gives a meaning to; listed in the manifest and checked at activation.</summary>
/// <param name="Kind">
/// What it names: <c>notify</c>, <c>require</c>, <c>reviewers</c>, <c>model</c>, <c>provider</c>, <c>fact</c>, <c>classifier</c>,
/// <c>judge</c>, <c>reads</c>, <c>writes</c>, <c>authority</c>, <c>fallback</c>, <c>depends</c>.
/// </param>
/// <param name="Name">The quoted name.</param>
public sealed record HostBinding(string Kind, string Name);

/// <summary>A source file as the bundle carries it.</summary>
/// <param name="Path">
/// The path relative to its package, with <c>/</c>, behind the package's name (<c>airs.detect/injection.airs</c>).
/// </param>
/// <param name="Content">The text with LF line ends.</param>
public sealed record SourceModel(string Path, string Content);
