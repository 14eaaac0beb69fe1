namespace AirsPolicy.Classifiers.Onnx;

/// <summary>How the numbers that a model gives for its labels become a score.</summary>
public enum OnnxScore
{
    /// <summary>Exactly one label is right. The score is the sum of the shares of the labels that mean found.</summary>
    Softmax,

    /// <summary>Any number of labels can be right. The score is the highest share of the labels that mean found.</summary>
    Sigmoid,
}
