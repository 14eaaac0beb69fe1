using System.Collections.Immutable;
using AirsPolicy.Language.Analysis.Claims;
using AirsPolicy.Language.Analysis.Conditions;
using AirsPolicy.Language.Analysis.Declarations;
using AirsPolicy.Language.Analysis.Detectors;
using AirsPolicy.Language.Analysis.Judges;
using AirsPolicy.Language.Analysis.Labels;
using AirsPolicy.Language.Analysis.Pace;
using AirsPolicy.Language.Analysis.Params;
using AirsPolicy.Language.Analysis.Patterns;
using AirsPolicy.Language.Analysis.People;
using AirsPolicy.Language.Analysis.Proofs;
using AirsPolicy.Language.Analysis.Rules;
using AirsPolicy.Language.Analysis.Streams;
using AirsPolicy.Language.Analysis.Tiers;
using AirsPolicy.Language.Analysis.Waivers;

namespace AirsPolicy.Language.Analysis;

/// <summary>The table of analyses; a test keeps it complete.</summary>
internal static class Analyses
{
    public static ImmutableArray<IAnalysis> All { get; } =
    [
        new ClaimAnalysis(),
        new TierAnalysis(),
        new RequiredIdAnalysis(),
        new RequiredValueAnalysis(),
        new WaiverAnalysis(),
        new CompensationAnalysis(),
        new WaivedIdAnalysis(),
        new InapplicableAnalysis(),
        new WaiverRoleAnalysis(),
        new ReviewAnalysis(),
        new ParamAnalysis(),
        new ParamOverflowAnalysis(),
        new UngivenLabelAnalysis(),
        new StreamAnalysis(),
        new StateAnalysis(),
        new FallbackAnalysis(),
        new DependencyAnalysis(),
        new EmergencyAnalysis(),
        new MonotoneAnalysis(),
        new NeverMatchingRuleAnalysis(),
        new ConstantConditionAnalysis(),
        new AbsorbedRuleAnalysis(),
        new ContradictingRulesAnalysis(),
        new PassingPostureAnalysis(),
        new UnfoldedKeyAnalysis(),
        new MeanOfNothingAnalysis(),
        new NegativeAmountAnalysis(),
        new UnapprovableHoldAnalysis(),
        new UnansweredHoldAnalysis(),
        new UndecidedAnswerAnalysis(),
        new CalibrationAnalysis(),
        new UnenforcedLabelAnalysis(),
        new PatternPitfallAnalysis(),
        new UselessExceptionAnalysis(),
        new UnusedDeclarationAnalysis(),
        new ProofAnalysis(),
    ];
}
