<?xml version="1.0" encoding="UTF-8"?>
<!-- The reading choices of a document's page: a form whose answers are attributes of the html element (choices.js) and rules of the style sheet.
     Only what the document has is offered; without a script the form is not shown. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:dragoman:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template name="d:choices">
    <xsl:param name="document" as="element()"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:variable name="text" select="$document/text"/>
    <form class="choices" autocomplete="off" aria-label="{d:t('reading-choices')}">
      <xsl:if test="$kind eq 'telegram'">
        <xsl:sequence select="d:choice('view', ('read', 'both', 'sent'))"/>
      </xsl:if>
      <xsl:if test="$text//div[@type = 'original']">
        <xsl:sequence select="d:choice('languages', ('both', 'translation', 'original'))"/>
      </xsl:if>
      <xsl:if test="$text//note[@type = ('translator', 'editor', 'author')]">
        <xsl:sequence select="d:choice('notes', ('line', 'margin', 'hidden'))"/>
      </xsl:if>
      <xsl:if test="$text//(choice | subst | app | surplus)">
        <xsl:sequence select="d:choice('reading', ('edited', 'source', 'both'))"/>
      </xsl:if>
      <fieldset>
        <legend><xsl:value-of select="d:t('choice-show')"/></legend>
        <xsl:sequence select="d:switch('names'),
            d:switch('terms')[$text//note[@subtype = 'source-term']],
            d:switch('furniture')[$text//fw]"/>
      </fieldset>
    </form>
  </xsl:template>

  <xsl:function name="d:choice" as="element()">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="values" as="xs:string+"/>
    <fieldset>
      <legend><xsl:value-of select="d:t('choice-' || $name)"/></legend>
      <xsl:for-each select="$values">
        <label>
          <input type="radio" name="{$name}" value="{.}">
            <xsl:if test="position() eq 1"><xsl:attribute name="checked" select="'checked'"/></xsl:if>
          </input>
          <span><xsl:value-of select="d:t('choice-' || $name || '-' || .)"/></span>
        </label>
      </xsl:for-each>
    </fieldset>
  </xsl:function>

  <xsl:function name="d:switch" as="element()">
    <xsl:param name="name" as="xs:string"/>
    <label>
      <input type="checkbox" name="{$name}" value="shown"/>
      <span><xsl:value-of select="d:t('choice-' || $name)"/></span>
    </label>
  </xsl:function>

</xsl:stylesheet>
