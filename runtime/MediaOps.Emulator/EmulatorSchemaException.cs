namespace MediaOps.Emulation;

/// <summary>The schema is wrong, or it needs what the emulator does not do. The message says what, where, and what to do.</summary>
public sealed class EmulatorSchemaException : Exception
{
    /// <summary>Makes an exception without a message of its own.</summary>
    public EmulatorSchemaException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What is wrong, where, and what to do.</param>
    public EmulatorSchemaException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with its cause.</summary>
    /// <param name="message">What is wrong, where, and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public EmulatorSchemaException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
