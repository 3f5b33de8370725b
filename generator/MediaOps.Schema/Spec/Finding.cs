namespace MediaOps.Schema;

/// <summary>Something that a check has to say about a schema file.</summary>
/// <param name="Rule">The id of the rule, such as <c>MOPS0201</c>; <c>Rules</c> tells its severity and documentation.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Message">What is wrong and what to do, on one line.</param>
/// <param name="File">The path as it was given.</param>
/// <param name="Span">The place.</param>
/// <param name="Member">The member path, such as <c>actions/Start/via</c>.</param>
public sealed record Finding(string Rule, Severity Severity, string Message, string File, SourceSpan Span, string Member);

/// <summary>How bad a finding is.</summary>
public enum Severity
{
    /// <summary>Worth knowing.</summary>
    Info = 0,

    /// <summary>Probably wrong.</summary>
    Warning = 1,

    /// <summary>Cannot be right.</summary>
    Error = 2,
}

/// <summary>A place in a text; all numbers are zero-based, columns and offsets count UTF-16 code units.</summary>
public readonly record struct SourceSpan(int Start, int Length, int StartLine, int StartColumn, int EndLine, int EndColumn);
