namespace AirsPolicy.Hosting.Loading.Images;

/// <summary>The signature of a method, its types as <see cref="TypeText"/> writes them.</summary>
internal sealed record ImageSignature(bool IsInstance, string Result, string[] Parameters)
{
    /// <summary>The signature as one text.</summary>
    public string Text { get; } = TypeText.Method(IsInstance, Result, Parameters);
}
