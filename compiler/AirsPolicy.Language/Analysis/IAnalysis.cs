namespace AirsPolicy.Language.Analysis;

/// <summary>One question that is asked of every policy that binds without an error.</summary>
internal interface IAnalysis
{
    /// <summary>Reports what is found.</summary>
    void Run(AnalysisContext context);
}
