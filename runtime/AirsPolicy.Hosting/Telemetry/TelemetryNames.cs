namespace AirsPolicy.Hosting.Telemetry;

/// <summary>
/// Every name of a source, span attribute, metric and event that AirsPolicy gives, in one table. They are those of the OpenTelemetry
/// conventions for generative AI where it has one, and begin with <c>airs.</c> elsewhere. No value is a text of a request or answer.
/// </summary>
public static class TelemetryNames
{
    /// <summary>The version of the table, which sources and meters carry. A name is changed or dropped with a new one alone.</summary>
    public const string Version = "1";

    /// <summary>Sources of spans and meters.</summary>
    public static class Sources
    {
        /// <summary>Decisions and questions to judges: spans and metrics.</summary>
        public const string Hosting = "AirsPolicy.Hosting";

        /// <summary>What judges of chat models use: metrics.</summary>
        public const string Chat = "AirsPolicy.Extensions.AI";

        /// <summary>Classifiers out of files: metrics.</summary>
        public const string Classifiers = "AirsPolicy.Classifiers.Onnx";
    }

    /// <summary>Attributes of spans, metrics and events.</summary>
    public static class Attributes
    {
        /// <summary>The name of the policy.</summary>
        public const string Policy = "airs.policy";

        /// <summary>The digest of the bundle that decided.</summary>
        public const string Bundle = "airs.bundle";

        /// <summary>The decision point; <c>unknown</c> for a name that is none.</summary>
        public const string Point = "airs.point";

        /// <summary>What the rules said: the strongest outcome of those that matched, in detect mode too.</summary>
        public const string Verdict = "airs.verdict";

        /// <summary>What followed: the outcome of the decision, with what postures add and detect mode leaves out.</summary>
        public const string Outcome = "airs.outcome";

        /// <summary>A control, by its qualified name; the point where that failed as a whole.</summary>
        public const string Control = "airs.control";

        /// <summary>The controls that fired, by their qualified names.</summary>
        public const string Controls = "airs.controls";

        /// <summary>Whether a control is <c>enforced</c> or in <c>detect</c> mode.</summary>
        public const string Mode = "airs.mode";

        /// <summary>A queue of people, by its qualified name.</summary>
        public const string Queue = "airs.queue";

        /// <summary>The layer of a chart: <c>guardrail</c>, <c>judge</c>, <c>human</c>, <c>system</c>.</summary>
        public const string Chart = "airs.pace.chart";

        /// <summary>The state of a chart: <c>primary</c>, <c>alternate</c>, <c>contingency</c>, <c>emergency</c>.</summary>
        public const string PaceState = "airs.pace.state";

        /// <summary>The state of a chart before.</summary>
        public const string PaceBefore = "airs.pace.before";

        /// <summary>A breaker, by its name.</summary>
        public const string Breaker = "airs.breaker";

        /// <summary>Whether a breaker is <c>open</c> for anybody, or <c>closed</c> for all.</summary>
        public const string BreakerState = "airs.breaker.state";

        /// <summary>What is halted: <c>session</c>, <c>run</c>, <c>agent</c>, <c>user</c>, <c>system</c>.</summary>
        public const string HaltScope = "airs.halt.scope";

        /// <summary>A bounded store of a host, such as <c>held decisions</c>.</summary>
        public const string Store = "airs.store";

        /// <summary>The tool, by its name on the wire; <c>undeclared</c> for one that the policy does not declare.</summary>
        public const string Tool = "gen_ai.tool.name";

        /// <summary>The judge, by its qualified name.</summary>
        public const string Judge = "gen_ai.evaluation.name";

        /// <summary>The model that is asked, as the policy names it.</summary>
        public const string Model = "gen_ai.request.model";

        /// <summary>Who provides the model, as the policy says.</summary>
        public const string Provider = "gen_ai.provider.name";

        /// <summary>Whether tokens are <c>input</c> or <c>output</c>.</summary>
        public const string TokenType = "gen_ai.token.type";

        /// <summary>What kind of failure it was; absent where nothing failed.</summary>
        public const string Error = "error.type";
    }

    /// <summary>Metrics.</summary>
    public static class Metrics
    {
        /// <summary>Decisions, by policy, point, verdict and outcome.</summary>
        public const string Decisions = "airs.decisions";

        /// <summary>How long decisions take, in seconds, by point and outcome.</summary>
        public const string DecisionDuration = "airs.decision.duration";

        /// <summary>Controls that fired, once a decision, by control, mode and verdict.</summary>
        public const string ControlsFired = "airs.controls.fired";

        /// <summary>How long judges take, in seconds, by judge, model and failure.</summary>
        public const string JudgeDuration = "airs.judge.duration";

        /// <summary>How many questions to a judge in a row have had no answer, by policy and judge.</summary>
        public const string JudgeSilent = "airs.judge.silent";

        /// <summary>Tokens that judges of chat models use, by judge and type.</summary>
        public const string JudgeTokens = "airs.judge.tokens";

        /// <summary>What judges of chat models cost, by judge, in the currency of the prices that the application gives.</summary>
        public const string JudgeCost = "airs.judge.cost";

        /// <summary>Requests that wait for people, by policy and queue.</summary>
        public const string HoldsWaiting = "airs.holds.waiting";

        /// <summary>How bad a chart is: 0 for primary to 3 for emergency, by policy and chart.</summary>
        public const string PaceState = "airs.pace.state";

        /// <summary>For how many keys a breaker is open, by policy and breaker.</summary>
        public const string BreakersOpen = "airs.breakers.open";

        /// <summary>How many of a kind are halted, by policy and scope.</summary>
        public const string Halts = "airs.halts";

        /// <summary>Which share of a store is taken, 0 to 1, by policy and store.</summary>
        public const string StoresFilling = "airs.stores.filling";

        /// <summary>How long the store of a host took last to keep a group of changes, in seconds, by policy.</summary>
        public const string StoreLatency = "airs.store.latency";

        /// <summary>How many records wait for the store to keep them, by policy.</summary>
        public const string StoreWaiting = "airs.store.waiting";

        /// <summary>1 where the store keeps nothing at this moment, so that what changes state is refused; else 0. By policy.</summary>
        public const string StoreFailing = "airs.store.failing";

        /// <summary>1 where the last bundle was refused, so that an older one decides; else 0. By policy.</summary>
        public const string BundleRefused = "airs.bundle.refused";

        /// <summary>Texts that a classifier gave no answer on, by failure.</summary>
        public const string ClassifierFailures = "airs.classifier.failures";
    }

    /// <summary>Events, by the names of the framework.</summary>
    public static class Events
    {
        /// <summary>A control fired at <c>input</c>.</summary>
        public const string GuardrailInput = "guardrail.input";

        /// <summary>A control fired at <c>output</c>.</summary>
        public const string GuardrailOutput = "guardrail.output";

        /// <summary>A judge was asked.</summary>
        public const string JudgeDecision = "judge.decision";

        /// <summary>A decision at <c>tool_call</c> or <c>tool_result</c>.</summary>
        public const string ToolPolicy = "tool.policy";

        /// <summary>A decision at <c>delegate</c>.</summary>
        public const string Delegation = "delegation";

        /// <summary>A chart changed its state.</summary>
        public const string PaceTransition = "pace.transition";

        /// <summary>A breaker opened for somebody, or closed for all.</summary>
        public const string BreakerStateChange = "circuit_breaker.state_change";

        /// <summary>A decision at <c>input</c>.</summary>
        public const string PipelineInput = "pipeline.input";

        /// <summary>A decision at <c>output</c>.</summary>
        public const string PipelineOutput = "pipeline.output";
    }
}
