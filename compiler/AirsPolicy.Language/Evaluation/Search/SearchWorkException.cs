namespace AirsPolicy.Language.Evaluation.Search;

/// <summary>The search of texts has used up what one decision may; caught where the search was asked for.</summary>
internal sealed class SearchWorkException : Exception;
