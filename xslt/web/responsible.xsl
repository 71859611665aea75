<?xml version="1.0" encoding="UTF-8"?>
<!-- Who answers for the edition: the home page and the page about it say so. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:dragoman:functions"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xpath-default-namespace="">

  <xsl:function name="d:responsible" as="element()*">
    <xsl:variable name="statements" select="$d:header/tei:fileDesc/tei:titleStmt/(tei:author | tei:editor | tei:respStmt)"/>
    <xsl:if test="$statements">
      <h2 id="ui:responsible"><xsl:value-of select="d:t('responsible')"/></h2>
      <dl class="responsible">
        <xsl:for-each select="$statements">
          <div>
            <dt><xsl:value-of select="if (self::tei:respStmt) then (tei:name | tei:persName | tei:orgName) ! d:reading(.) else d:reading(.)" separator=", "/></dt>
            <dd><xsl:value-of select="if (self::tei:respStmt) then d:reading(tei:resp[1]) else (@role, d:t(local-name()))[1]"/></dd>
          </div>
        </xsl:for-each>
      </dl>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
