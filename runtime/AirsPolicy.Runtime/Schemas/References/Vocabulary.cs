namespace AirsPolicy.Runtime.Schemas.References;

/// <summary>The vocabularies of JSON Schema 2020-12 whose keywords refuse anything. Those that only annotate need no name here.</summary>
[Flags]
internal enum Vocabulary
{
    Core = 1,
    Applicator = 2,
    Unevaluated = 4,
    Validation = 8,
    FormatAssertion = 16,

    /// <summary>What the standard meta-schema declares: <c>format</c> annotates.</summary>
    Standard = Core | Applicator | Unevaluated | Validation,
}
