namespace AirsPolicy.Classifiers.Onnx;

/// <summary>
/// A classifier gives no answer. A <see cref="Hosting.PolicyHost"/> leaves the fact of the classifier out then, so that <c>on error</c> of
/// the policy follows. The message holds nothing of the text.
/// </summary>
public sealed class OnnxClassifierException : Exception
{
    internal OnnxClassifierException(OnnxClassifierFault fault, string message, Exception? cause = null)
        : base(message, cause) =>
        Fault = fault;

    /// <summary>Why there is no answer.</summary>
    public OnnxClassifierFault Fault { get; }
}
