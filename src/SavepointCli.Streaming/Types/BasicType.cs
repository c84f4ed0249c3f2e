namespace SavepointCli.Streaming.Types;

/// <summary>The types without parts, by the name of their Java class.</summary>
public enum BasicType
{
    /// <summary><c>java.lang.Boolean</c>.</summary>
    Boolean,

    /// <summary><c>java.lang.Byte</c>, signed.</summary>
    Byte,

    /// <summary><c>java.lang.Short</c>.</summary>
    Short,

    /// <summary><c>java.lang.Integer</c>.</summary>
    Int,

    /// <summary><c>java.lang.Long</c>.</summary>
    Long,

    /// <summary><c>java.lang.Float</c>.</summary>
    Float,

    /// <summary><c>java.lang.Double</c>.</summary>
    Double,

    /// <summary><c>java.lang.Character</c>, one UTF-16 unit.</summary>
    Char,

    /// <summary><c>java.lang.String</c>.</summary>
    String,

    /// <summary><c>java.math.BigInteger</c>.</summary>
    BigInteger,

    /// <summary><c>java.time.Instant</c>.</summary>
    Instant,

    /// <summary><c>java.time.LocalDate</c>.</summary>
    LocalDate,

    /// <summary><c>java.time.LocalTime</c>.</summary>
    LocalTime,

    /// <summary><c>java.time.LocalDateTime</c>.</summary>
    LocalDateTime,
}
