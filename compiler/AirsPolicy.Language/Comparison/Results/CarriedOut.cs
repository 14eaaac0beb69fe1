using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Language.Comparison.Results;

/// <summary>What a host does on a decision. Which rule asked for it, and where that stands, is left out.</summary>
internal sealed record CarriedOut(
    Outcome Outcome,
    string? Message,
    ContentChange Content,
    ValueList<HoldEffect> Holds,
    ValueList<HaltEffect> Halts,
    ValueList<EventEffect> Events,
    ValueList<string> Duties)
{
    public static CarriedOut Of(Decision decision)
    {
        var goesOn = decision.Outcome < Outcome.Block;
        return new CarriedOut(
            decision.Outcome,
            decision.Message,
            goesOn ? decision.Content : ContentChange.None,
            goesOn ? decision.Holds : [],
            decision.Halts,
            decision.Events,
            goesOn ? decision.Duties : []);
    }
}
