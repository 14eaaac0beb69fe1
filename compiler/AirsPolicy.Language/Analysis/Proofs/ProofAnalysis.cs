using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Reasoning.Proofs;
using static AirsPolicy.Language.Diagnostics.DiagnosticSeverity;

namespace AirsPolicy.Language.Analysis.Proofs;

/// <summary>What a policy says of all requests is proved, or a request shows that it is wrong.</summary>
internal sealed class ProofAnalysis : IAnalysis
{
    public static readonly DiagnosticDescriptor Refuted = new(
        "AIRS7030", Error, "Property that does not hold",
        "'{0}' does not hold, since this test fails with '{1}': {2}.",
        "The interpreter decides the request that the message shows otherwise than `prove` says. The test can be pasted into the " +
        "policy, where it fails until a rule is added or the property is confined by `when`."
    );

    public static readonly DiagnosticDescriptor NotDecided = new(
        "AIRS7031", Error, "Property that is not decided",
        "'{0}' could neither be proved nor refuted: {1}; say 'assume' to take it on trust.",
        "Proofs know numbers, times, names of enums, texts that are held against constants and patterns, lists that are empty or not, " +
        "and scores of detectors. What lies beyond is taken for anything: what detectors find in which text, where a value comes from, " +
        "what happened before. A property that hangs on it is not decided. With `assume` it stands as a claim that nobody has proved, " +
        "and only a request that contradicts it is an error."
    );

    public void Run(AnalysisContext context)
    {
        if (context.Model.Proofs.Count == 0)
            return;
        var search = new ProofSearch(context.Model);
        foreach (var proof in context.Model.Proofs)
        {
            var result = search.Decide(proof);
            if (result.Example is { } example)
                context.Report(Refuted, proof.Place, [], proof.Title, Word(example.Outcome), example.Test);
            else if (result.Verdict == ProofVerdict.NotDecided && !proof.Assumed)
                context.Report(NotDecided, proof.Place, [], proof.Title, result.Reason!);
        }
    }

    private static string Word(Runtime.Decisions.Outcome outcome) => DecisionFacts.Outcome.Names[(int)outcome];
}
