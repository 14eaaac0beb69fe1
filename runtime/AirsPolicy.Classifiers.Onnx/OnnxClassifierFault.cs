namespace AirsPolicy.Classifiers.Onnx;

/// <summary>Why a classifier gives no answer.</summary>
public enum OnnxClassifierFault
{
    /// <summary>The text has more tokens than the windows hold. No part of it was classified.</summary>
    TextTooLong,

    /// <summary>Too many windows wait already.</summary>
    QueueFull,

    /// <summary>The time of <see cref="OnnxClassifierOptions.Timeout"/> is over.</summary>
    Timeout,

    /// <summary>The model failed, or gave what is no finite number.</summary>
    ModelFailed,
}
